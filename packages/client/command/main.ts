import { readArguments, UsageError } from './arguments.ts';
import { HELP } from './help.ts';
import { listen } from './listen.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2), process.env);
  if (request.kind === 'help') return void process.stdout.write(HELP);
  const listening = await listen(request, say);
  let ending = false;
  const end = () => {
    if (ending) return; // a terminal tells a program and whoever started it
    ending = true;
    // A receiver that hangs would keep the process: what had to be ended has ended.
    listening.end().then(
      () => process.exit(0),
      () => {
        process.stderr.write('sas-webhooks: the endpoint could not be removed\n');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`sas-webhooks: ${error.message}\nsas-webhooks --help tells more.\n`);
  process.exitCode = 2;
});
