/** What the bench puts beside the elements. Nothing of it is needed to build or to test. */
export interface Peer {
  /** Name in the tables, its version included. */
  readonly name: string;
  /** What npm installs, in a folder of its own: their peer dependencies do not agree. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** A module that keeps alive what a page with a bookable calendar imports. */
  readonly entry?: string;
  /** The file that its makers deliver to pages, where they do. */
  readonly file?: string;
  /** Style sheets beside the script. */
  readonly styles?: readonly string[];
  /** Members of a package that npm cannot install are taken out of its archive. */
  readonly archiveOnly?: boolean;
}

export const PEERS = {
  'fullcalendar-6': {
    name: 'FullCalendar 6.1.21, week and month',
    dependencies: {
      '@fullcalendar/core': '6.1.21',
      '@fullcalendar/daygrid': '6.1.21',
      '@fullcalendar/timegrid': '6.1.21',
    },
    entry: `import { Calendar } from '@fullcalendar/core';
      import dayGrid from '@fullcalendar/daygrid';
      import timeGrid from '@fullcalendar/timegrid';
      globalThis.peer = { Calendar, plugins: [dayGrid, timeGrid] };`,
  },
  'fullcalendar-7': {
    name: 'FullCalendar 7.1.0, week and month, with Temporal',
    dependencies: { fullcalendar: '7.1.0', 'temporal-polyfill': '1.0.8' },
    entry: `import 'temporal-polyfill/global';
      import { Calendar } from 'fullcalendar';
      import dayGrid from 'fullcalendar/daygrid';
      import timeGrid from 'fullcalendar/timegrid';
      import theme from 'fullcalendar/themes/classic';
      globalThis.peer = { Calendar, plugins: [dayGrid, timeGrid, theme] };`,
    styles: ['fullcalendar/skeleton.css', 'fullcalendar/themes/classic/theme.css'],
  },
  'schedule-x': {
    name: 'Schedule-X 4.9.1, day, week and month, with Temporal',
    dependencies: {
      '@schedule-x/calendar': '4.9.1',
      '@schedule-x/theme-default': '4.8.1',
      'temporal-polyfill': '0.3.2',
    },
    entry: `import 'temporal-polyfill/global';
      import { createCalendar, createViewDay, createViewMonthGrid, createViewWeek } from '@schedule-x/calendar';
      globalThis.peer = { createCalendar, createViewDay, createViewMonthGrid, createViewWeek };`,
    styles: ['@schedule-x/theme-default/dist/index.css'],
  },
  'event-calendar': {
    name: 'EventCalendar 5.10.1, its delivered file',
    dependencies: { '@event-calendar/build': '5.10.1' },
    file: '@event-calendar/build/dist/event-calendar.min.js',
    styles: ['@event-calendar/build/dist/event-calendar.min.css'],
  },
  nylas: {
    name: 'Nylas 2.6.0, its delivered file',
    dependencies: { '@nylas/web-elements': '2.6.0' },
    file: 'package/dist/cdn/nylas-scheduling/nylas-scheduling.es.js',
    archiveOnly: true,
  },
  cronofy: {
    name: 'Cronofy 1.67.7, its delivered file',
    dependencies: { 'cronofy-elements': '1.67.7' },
    file: 'cronofy-elements/dist/CronofyElements.js',
  },
  'cal-atoms': {
    name: 'Cal atoms 2.11.0, Booker with React 18',
    dependencies: {
      '@calcom/atoms': '2.11.0',
      '@stripe/react-stripe-js': '2.9.0',
      '@stripe/stripe-js': '4.10.0',
      react: '18.3.1',
      'react-dom': '18.3.1',
      'use-sync-external-store': '1.6.0',
    },
    entry: `import { Booker, CalProvider } from '@calcom/atoms';
      import React from 'react';
      import { createRoot } from 'react-dom/client';
      globalThis.peer = { Booker, CalProvider, React, createRoot };`,
  },
} as const satisfies Readonly<Record<string, Peer>>;

export type PeerName = keyof typeof PEERS;

/** Those that show the same slots in a week. */
export const CALENDARS = [
  'fullcalendar-6',
  'fullcalendar-7',
  'schedule-x',
  'event-calendar',
] as const satisfies readonly PeerName[];
