/** What `--help` prints. */
export const HELP = `sas-webhooks listen --forward URL [options]

Receives the events of a platform for a while, on this machine, prints them and hands them on with
their signature untouched. Its endpoint is made at the start and removed by Ctrl+C.

  --forward URL       where each event goes: http://localhost:3000/webhooks. Without it, printed only
  --platform URL      the platform. Default http://127.0.0.1:8080
  --credentials FILE  what the platform wrote by its own --credentials
  --role ROLE         whose token in that file: editor or administrator. Default editor
  --token TOKEN       or SAS_TOKEN, instead of a file
  --events LIST       appointment.booked,slot.taken … Default: all
  --port N            on which it listens. Default: a free one
  --help

The platform must send to this machine: a demonstration does, one in production never
(SAS_WEBHOOK_LOOPBACK). Ends with 0 by Ctrl+C, 2 when it could not begin.
`;
