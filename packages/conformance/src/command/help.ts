/** What `--help` prints. */
export const HELP = `sas-conformance URL --config FILE [options]
sas-conformance --bundle FILE… [--flow FLOW] [--guide 1.1|1.2] [options]
sas-conformance --list

Tests an endpoint of the French Service d'accès aux soins against the national guide and the checks of
its official test kit, and tells what fails, where, why and how to mend it.

  --config FILE    the fixtures of the endpoint, JSON; what it does not name is skipped
  --print-schema   the JSON schema of that file
  --only LIST      checks by id, glob, group or official number: window/*,one-place,4.3.07
  --list           the checks
  --appointments   tests the side of a platform that takes appointments (INT_R03)
  --bundle FILE…   reads saved answers, resources of one, accounts or appointments; no network
  --flow FLOW      of those files: ps, cpts, sos, accounts, appointments. Default: found out
  --guide VERSION  of those files. Default 1.1
  --lang fr|en     of the report. Default: LANG, else French
  --verbose        tells also what passed
  --json FILE      report as JSON; - is the standard output
  --junit FILE     report as JUnit XML; - is the standard output
  --version
  --help

Ends with 0 when nothing failed, 1 when something failed, 2 when nothing could be checked.
`;
