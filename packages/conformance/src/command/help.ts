/** What `--help` prints. */
export const HELP = `sas-conformance URL --config FILE [options]
sas-conformance amqp://USER:PASSWORD@HOST/VHOST --lrm --config FILE [options]
sas-conformance --bundle FILE… [--flow FLOW] [--guide 1.1|1.2] [options]
sas-conformance --list

Tests an endpoint of the French Service d'accès aux soins against the national guide and the checks of
its official test kit, and tells what fails, where, why and how to mend it.

  --config FILE    the fixtures of the endpoint, JSON; what it does not name is skipped
  --print-schema   the JSON schema of that file
  --only LIST      checks by id, glob, group or official number: window/*,one-place,4.3.07
  --list           the checks
  --appointments   tests the side of a platform that takes appointments (INT_R03)
  --lrm            tests dispatch software (LRM) that takes appointments from the Hub Santé (INT_L02):
                   plays the Hub on a RabbitMQ of yours, sends its messages, reads what comes back
  --bundle FILE…   reads saved answers, resources of one, accounts or appointments; no network
  --flow FLOW      of those files: ps, cpts, sos, accounts, appointments. Default: found out
  --guide VERSION  of those files. Default 1.1
  --lang fr|en     of the report. Default: LANG, else French
  --verbose        tells also what passed
  --json FILE      report as JSON; - is the standard output
  --junit FILE     report as JUnit XML; - is the standard output
  --version
  --help

Dispatch software in four steps:
  1. a RabbitMQ for trials: docker run --rm -p 5672:5672 rabbitmq:3
  2. lrm.json: {"lrm": {"client": "fr.health.test.samu760"}}, your id on the Hub
  3. sas-conformance amqp://guest:guest@localhost:5672/ --lrm --config lrm.json
     makes the queues fr.health.test.samu760.message, .ack, .info and waits for your program
  4. start your program on that broker, under that id; it declares nothing itself
  "door" in the file lets the run see what your program shows; without it those checks are skipped.

Ends with 0 when nothing failed, 1 when something failed, 2 when nothing could be checked.
`;
