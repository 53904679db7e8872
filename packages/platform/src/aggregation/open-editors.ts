import type { Database } from '../database/database.ts';
import { Asking } from './asking.ts';
import type { AskingSettings } from './connection.ts';
import { EditorHealth } from './editor-health.ts';
import { Editors } from './registry.ts';
import { editorRoutes } from './routes.ts';

/** Connected editors of a platform: asking them, how they stand, and their routes. */
export interface OpenEditors {
  asking: Asking;
  health: EditorHealth;
  routes: ReturnType<typeof editorRoutes>;
  /** Ends connections, and writes down what they answered last. */
  close(): Promise<void>;
}

/** @param loopback whether http addresses of this machine are taken too. */
export function openEditors(
  database: Database,
  settings: AskingSettings,
  loopback: boolean,
): OpenEditors {
  const asking = new Asking(settings);
  const health = new EditorHealth(database);
  asking.onAnswer(({ id }, answer) => health.count(id, answer, asking.circuitOf(id)));
  const editors = new Editors(database, {
    loopback,
    hasCertificate: (name) => settings.certificates.has(name),
    onRemoved: (id) => asking.forget(id),
  });
  return {
    asking,
    health,
    routes: editorRoutes(database, editors, asking),
    async close() {
      await asking.close();
      await health.stop();
    },
  };
}
