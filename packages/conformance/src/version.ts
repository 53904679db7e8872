/** Version of this package, as `--version` and the `User-Agent` tell it. */
export const VERSION = '0.1.0';
