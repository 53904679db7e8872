import type { ParityCall } from './parity-call.ts';
import { offer, pushed, rule, slotAt } from './parity-data.ts';

const window = 'from=2026-11-25T12:00:00%2B01:00&to=2026-11-25T18:00:00%2B01:00';
const slots = 'POST /v1/schedules/<schedule>/slots';

/** Slots, rules, absences and pushes. */
export const agenda: readonly ParityCall[] = [
  {
    as: 'editor',
    request: slots,
    status: 201,
    body: slotAt('10:00', '10:20'),
    keep: { slot: 'id' },
  },
  {
    as: 'editor',
    request: slots,
    status: 201,
    body: slotAt('10:20', '10:40'),
    keep: { second: 'id' },
  },
  { as: 'editor', request: slots, status: 409, body: slotAt('10:10', '10:30') },
  { as: 'editor', request: slots, status: 422, body: slotAt('11:00', '10:00') },
  {
    as: 'editor',
    request: slots,
    status: 422,
    body: { ...offer, start: '2026-11-23T07:00:00+01:00', end: '2026-11-23T07:20:00+01:00' },
  },
  { as: 'editor', request: slots, status: 400, body: { ...slotAt('12:00', '12:20'), capacity: 0 } },
  {
    as: 'editor',
    request: slots,
    status: 201,
    body: slotAt('14:00', '17:00', { booking: 'WALKIN', capacity: 8 }),
    keep: { range: 'id' },
  },
  {
    as: 'editor',
    request: slots,
    status: 201,
    body: slotAt('17:00', '17:20', { visibility: ['SNP'] }),
    keep: { hidden: 'id' },
  },
  {
    as: 'editor',
    request: slots,
    status: 201,
    body: { ...offer, start: '2026-11-28T10:00:00+01:00', end: '2026-11-28T10:20:00+01:00' },
    keep: { late: 'id' },
  },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots/<slot>',
    status: 200,
    keep: { slotTag: 'etag' },
  },
  { as: 'editor', request: 'GET /v1/schedules/<schedule>/slots', status: 200 },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots?limit=1',
    status: 200,
    keep: { page: 'next' },
  },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots?limit=1&cursor=<page>',
    status: 200,
  },
  { as: 'regulator', request: 'GET /v1/schedules/<schedule>/slots', status: 403 },
  {
    as: 'editor',
    request: 'POST /v1/schedules/<schedule>/rules',
    status: 201,
    body: rule,
    keep: { rule: 'id' },
  },
  {
    as: 'editor',
    request: 'POST /v1/schedules/<schedule>/rules',
    status: 422,
    body: { ...rule, endTime: '08:00' },
  },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/rules/<rule>',
    status: 200,
    keep: { ruleTag: 'etag' },
  },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots',
    status: 200,
    name: 'the occurrences of the rule stand in the agenda',
  },
  {
    as: 'editor',
    request: 'POST /v1/schedules/<schedule>/absences',
    status: 201,
    body: { from: '2026-11-25T09:00:00+01:00', to: '2026-11-25T09:30:00+01:00' },
    keep: { absence: 'id' },
  },
  { as: 'editor', request: 'GET /v1/schedules/<schedule>/absences', status: 200 },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots',
    status: 200,
    name: 'what an absence covers is withdrawn',
  },
  { as: 'editor', request: 'DELETE /v1/schedules/<schedule>/absences/<absence>', status: 428 },
  {
    as: 'editor',
    request: 'DELETE /v1/schedules/<schedule>/absences/<absence>',
    status: 204,
    headers: { 'if-match': '*' },
  },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots',
    status: 200,
    name: 'and comes back',
  },
  {
    as: 'editor',
    request: 'PUT /v1/schedules/<schedule>/rules/<rule>',
    status: 200,
    body: { ...rule, endTime: '09:40' },
    headers: { 'if-match': '<ruleTag>' },
  },
  {
    as: 'editor',
    request: 'GET /v1/schedules/<schedule>/slots',
    status: 200,
    name: 'a shorter rule has fewer occurrences',
  },
  {
    as: 'editor',
    request: `PUT /v1/schedules/<schedule>/slots?${window}`,
    status: 200,
    body: {
      slots: [
        pushed('a', '12:00', '12:20'),
        pushed('b', '12:20', '12:40'),
        pushed('c', '12:30', '12:50'),
      ],
    },
  },
  {
    as: 'editor',
    request: `PUT /v1/schedules/<schedule>/slots?${window}`,
    status: 200,
    body: { slots: [pushed('b', '12:20', '12:40'), pushed('d', '13:00', '13:20')] },
  },
  {
    as: 'editor',
    request: `PUT /v1/schedules/<schedule>/slots?${window}`,
    status: 422,
    body: { slots: [pushed('e', '13:00', '13:20'), pushed('e', '14:00', '14:20')] },
  },
  {
    as: 'editor',
    request: `PUT /v1/schedules/<schedule>/slots?${window}`,
    status: 400,
    body: { slots: [pushed('e', '19:00', '19:20')] },
  },
];
