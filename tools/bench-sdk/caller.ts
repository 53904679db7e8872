/** A program that calls by one contender: `caller.ts MODULE ADDRESS`. Each number that it is told, it answers in ms. */
import { pathToFileURL } from 'node:url';

const [module, address] = process.argv.slice(2) as [string, string];
const { open } = (await import(pathToFileURL(module).href)) as {
  open: (baseUrl: string) => () => Promise<unknown>;
};
const call = open(address);

process.on('message', (calls: number) => {
  void (async () => {
    const started = performance.now();
    for (let index = 0; index < calls; index += 1) await call();
    process.send?.(performance.now() - started);
  })();
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
