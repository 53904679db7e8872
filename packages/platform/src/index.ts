export { type Config, ConfigError, readConfig } from './config.ts';
export type { Database } from './database/database.ts';
export { DirectoryLockedError } from './database/lock.ts';
export type { Identity, Role } from './identity/caller.ts';
export {
  type Credentials,
  type CredentialsFile,
  issueCredentials,
  writeCredentials,
} from './identity/credentials.ts';
export { pageHeaders, type PagePolicy } from './http/security-headers.ts';
export { createPlatform, databaseNotice, type Platform } from './platform.ts';
export { stopOnSignal } from './signals.ts';
export { helpText } from './settings.ts';
