import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import { Asking } from './asking/asking.ts';
import { type EditorSettings, readAskingSettings } from './asking/asking-settings.ts';
import { EditorHealth } from './health/editor-health.ts';
import { Editors, type RegistryRules } from './registry/registry.ts';
import { RenewedSettings } from './asking/renewed-settings.ts';
import { editorRoutes } from './registry/routes.ts';

/** Connected editors of a platform: asking them, how they stand, and their routes. */
export interface OpenEditors {
  asking: Asking;
  health: EditorHealth;
  routes: ReturnType<typeof editorRoutes>;
  /** Begins with what is done again and again. */
  start(log: FastifyBaseLogger): void;
  /** Ends connections, and writes down what they answered last. */
  close(): Promise<void>;
}

/**
 * @param rules of the registry that others decide.
 * @throws {ConfigError} for a file of the settings that is missing or holds something else.
 */
export async function openEditors(
  database: Database,
  files: EditorSettings,
  rules: Pick<RegistryRules, 'loopback' | 'appointmentFindings'>,
): Promise<OpenEditors> {
  const first = await readAskingSettings(files);
  const asking = new Asking(first);
  const settings = new RenewedSettings(files, first, (renewed) => asking.renew(renewed));
  const health = new EditorHealth(database);
  asking.onAnswer(({ id }, answer) => health.count(id, answer, asking.circuitOf(id)));
  const editors = new Editors(database, {
    ...rules,
    hasCertificate: (name) => settings.current.certificates.has(name),
    onRemoved: (id) => asking.forget(id),
  });
  return {
    asking,
    health,
    routes: editorRoutes(database, editors, asking),
    start(log) {
      health.start(log);
      settings.start(log);
    },
    async close() {
      settings.stop();
      await asking.close();
      await health.stop();
    },
  };
}
