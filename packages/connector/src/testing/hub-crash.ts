/** A dispatch program that is killed right after the store has a message: before the broker hears of it. */
import { createHubConsumer, FileHubStore } from '../hub/index.ts';

const [url, clientId, path] = process.argv.slice(2) as [string, string, string];
const store = await FileHubStore.open(path);
const keep = store.keep.bind(store);
store.keep = async (...given) => {
  await keep(...given);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};
const onAppointment = (): never => {
  throw new Error('it was killed before');
};
await createHubConsumer({ url, clientId, store, onAppointment }).start();
