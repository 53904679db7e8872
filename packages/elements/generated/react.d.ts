// Generated from the elements by `npm run generate`. Do not edit.

import type { HTMLAttributes, RefAttributes } from 'react';
import type {
  SasAccessChangeEvent,
  SasAgendaChangeEvent,
  SasBookEvent,
  SasCancelEvent,
  SasConflictEvent,
  SasErrorEvent,
  SasFilterEvent,
  SasHoldEvent,
  SasOrientationAcknowledgedEvent,
  SasOrientationAgainEvent,
  SasOrientationExecuteEvent,
  SasOrientationGivenBackEvent,
  SasOrientationKeptEvent,
  SasOrientationMadeEvent,
  SasOrientationMovedEvent,
  SasOrientationWithdrawnEvent,
  SasParticipationChangeEvent,
  SasPrintEvent,
  SasReleaseEvent,
  SasRescheduleEvent,
  SasSearchEvent,
  SasShareEvent,
  SasSlotSelectEvent,
  SasSupportRequestEvent,
  SasTerritoryChangeEvent,
} from '@sas-kit/elements';
import type { SasAccessNotice } from '@sas-kit/elements/access-notice';
import type { SasAgenda } from '@sas-kit/elements/agenda';
import type { SasAvailability } from '@sas-kit/elements/availability';
import type { SasBooking } from '@sas-kit/elements/booking';
import type { SasDirectory } from '@sas-kit/elements/directory';
import type { SasEditorStatus } from '@sas-kit/elements/editor-status';
import type { SasJoin } from '@sas-kit/elements/join';
import type { SasNews } from '@sas-kit/elements/news';
import type { SasOrientation } from '@sas-kit/elements/orientation';
import type { SasOrientationList } from '@sas-kit/elements/orientation-list';
import type { SasParticipation } from '@sas-kit/elements/participation';
import type { SasPathway } from '@sas-kit/elements/pathway';
import type { SasProvider } from '@sas-kit/elements/provider';
import type { SasStatistics } from '@sas-kit/elements/statistics';
import type { SasTerritorySettings } from '@sas-kit/elements/territory-settings';
import type { SasWhenToCall } from '@sas-kit/elements/when-to-call';

type Props<E, Own> = Omit<HTMLAttributes<E>, keyof Own> & RefAttributes<E> & Own;

/** Access of an emergency department: open, or call first. */
export interface SasAccessNoticeProps {
  /** Static file of the same site: `access.json`. Wins over the other attributes. */
  src?: SasAccessNotice['src'] | undefined;
  /** Name of the emergency department; with `src`, only its notices. */
  facility?: SasAccessNotice['facility'] | undefined;
  /** `open`, or `regulated`: call before you come. */
  access?: SasAccessNotice['access'] | undefined;
  /** Beginning, RFC 3339 with its zone; empty where the notice holds already. */
  from?: SasAccessNotice['from'] | undefined;
  /** End, RFC 3339 with its zone; empty where none is known. */
  to?: SasAccessNotice['to'] | undefined;
  /** Number to call first, where it is not 15. */
  phone?: SasAccessNotice['phone'] | undefined;
  /** Who decided it. Without a source nothing is shown. */
  source?: SasAccessNotice['source'] | undefined;
  /** Address of the source. */
  sourceUrl?: SasAccessNotice['sourceUrl'] | undefined;
  /** IANA zone of the place. */
  timeZone?: SasAccessNotice['timeZone'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasAccessNotice['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasAccessNotice['headingLevel'] | undefined;
  /** Address of the source. */
  'source-url'?: SasAccessNotice['sourceUrl'] | undefined;
  /** IANA zone of the place. */
  'time-zone'?: SasAccessNotice['timeZone'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasAccessNotice['headingLevel'] | undefined;
  /** what holds changed, or was read for the first time */
  'onsas-access-change'?: ((event: SasAccessChangeEvent) => void) | undefined;
  /** the file could not be read */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** Publishes the slots of a practitioner. */
export interface SasAgendaProps {
  /** Id of the agenda to show. Default, the first one that the caller manages. */
  schedule?: SasAgenda['schedule'] | undefined;
  /** The day to show, or a day of the week to show, `2026-11-23`. Default, today at the place. */
  week?: SasAgenda['week'] | undefined;
  /** `week` or `day`. Default, the day where there is little room, else the week. */
  view?: SasAgenda['view'] | undefined;
  /** Gives the bearer token of whoever publishes, and a new one when it is refused. */
  getToken?: SasAgenda['getToken'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasAgenda['session'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasAgenda['baseUrl'] | undefined;
  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  client?: SasAgenda['client'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasAgenda['publishableKey'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasAgenda['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasAgenda['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasAgenda['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  'publishable-key'?: SasAgenda['publishableKey'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasAgenda['headingLevel'] | undefined;
  /** the reader changed the agenda */
  'onsas-agenda-change'?: ((event: SasAgendaChangeEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** Search for free slots around a place. */
export interface SasAvailabilityProps {
  /** Place to search around, as text: a commune or a postcode. Searched at once. */
  place?: SasAvailability['place'] | undefined;
  /** INSEE code of the commune to search around. Wins over `place`. */
  insee?: SasAvailability['insee'] | undefined;
  /** Specialty code. */
  specialty?: SasAvailability['specialty'] | undefined;
  /** `AMB`, `HH`, `VR`, separated by commas; empty for any. */
  modality?: SasAvailability['modality'] | undefined;
  /** Start of the window, RFC 3339. Default, now. */
  from?: SasAvailability['from'] | undefined;
  /** Territory whose number is shown when the platform does not answer. */
  territory?: SasAvailability['territory'] | undefined;
  /** Slots asked for per card, 1 to 200. */
  slotsPerCard?: SasAvailability['slotsPerCard'] | undefined;
  /** Whether the readers are professionals: known before the first answer says so. */
  professional?: SasAvailability['professional'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasAvailability['baseUrl'] | undefined;
  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  client?: SasAvailability['client'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasAvailability['publishableKey'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasAvailability['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasAvailability['headingLevel'] | undefined;
  /** Slots asked for per card, 1 to 200. */
  'slots-per-card'?: SasAvailability['slotsPerCard'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasAvailability['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  'publishable-key'?: SasAvailability['publishableKey'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasAvailability['headingLevel'] | undefined;
  /** a search was answered */
  'onsas-search'?: ((event: SasSearchEvent) => void) | undefined;
  /** a slot was chosen; cancelable */
  'onsas-slot-select'?: ((event: SasSlotSelectEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** Search, book, cancel and move an appointment. */
export interface SasBookingProps {
  /** Place to search around, as text: a commune or a postcode. Searched at once. */
  place?: SasBooking['place'] | undefined;
  /** INSEE code of the commune to search around. Wins over `place`. */
  insee?: SasBooking['insee'] | undefined;
  /** Specialty code. */
  specialty?: SasBooking['specialty'] | undefined;
  /** `AMB`, `HH`, `VR`, separated by commas; empty for any. */
  modality?: SasBooking['modality'] | undefined;
  /** Territory whose number is shown when the platform does not answer. */
  territory?: SasBooking['territory'] | undefined;
  /** Slots asked for per card, 1 to 200. */
  slotsPerCard?: SasBooking['slotsPerCard'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasBooking['baseUrl'] | undefined;
  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  client?: SasBooking['client'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasBooking['publishableKey'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasBooking['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasBooking['headingLevel'] | undefined;
  /** Slots asked for per card, 1 to 200. */
  'slots-per-card'?: SasBooking['slotsPerCard'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasBooking['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  'publishable-key'?: SasBooking['publishableKey'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasBooking['headingLevel'] | undefined;
  /** a search was answered */
  'onsas-search'?: ((event: SasSearchEvent) => void) | undefined;
  /** a slot was chosen; cancelable */
  'onsas-slot-select'?: ((event: SasSlotSelectEvent) => void) | undefined;
  /** the slot is kept */
  'onsas-hold'?: ((event: SasHoldEvent) => void) | undefined;
  /** the slot was given back, or its time ran out */
  'onsas-release'?: ((event: SasReleaseEvent) => void) | undefined;
  /** someone else took the slot first */
  'onsas-conflict'?: ((event: SasConflictEvent) => void) | undefined;
  /** booked */
  'onsas-book'?: ((event: SasBookEvent) => void) | undefined;
  /** cancelled */
  'onsas-cancel'?: ((event: SasCancelEvent) => void) | undefined;
  /** moved */
  'onsas-reschedule'?: ((event: SasRescheduleEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** Directory of the SAS: status, numbers, partners. */
export interface SasDirectoryProps {
  /** Static file of the same site, in place of a platform: `territories.json`. */
  src?: SasDirectory['src'] | undefined;
  /** Region to begin with, by name. */
  region?: SasDirectory['region'] | undefined;
  /** Department to begin with, by code: `76`. */
  department?: SasDirectory['department'] | undefined;
  /** Status to begin with: `in-design`, `pilot`, `operational`, `generalised`. */
  status?: SasDirectory['status'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasDirectory['baseUrl'] | undefined;
  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  client?: SasDirectory['client'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasDirectory['publishableKey'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasDirectory['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasDirectory['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasDirectory['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  'publishable-key'?: SasDirectory['publishableKey'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasDirectory['headingLevel'] | undefined;
  /** the reader narrowed the list */
  'onsas-filter'?: ((event: SasFilterEvent) => void) | undefined;
  /** the list could not be read */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** How connected vendors stand, for administrators. */
export interface SasEditorStatusProps {
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasEditorStatus['baseUrl'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasEditorStatus['session'] | undefined;
  /** Gives the bearer token of the reader, and a new one when it is refused. */
  getToken?: SasEditorStatus['getToken'] | undefined;
  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  client?: SasEditorStatus['client'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasEditorStatus['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasEditorStatus['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasEditorStatus['baseUrl'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasEditorStatus['headingLevel'] | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** How to join the SAS, and how a new holder requests support. */
export interface SasJoinProps {
  /** Kind of professional to begin with. */
  kind?: SasJoin['kind'] | undefined;
  /** Addresses of the ARS and the CPAM, separated by commas. Without any, no form is shown. */
  supportEmail?: SasJoin['supportEmail'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasJoin['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasJoin['headingLevel'] | undefined;
  /** Addresses of the ARS and the CPAM, separated by commas. Without any, no form is shown. */
  'support-email'?: SasJoin['supportEmail'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasJoin['headingLevel'] | undefined;
  /** a request was written; cancelable */
  'onsas-support-request'?: ((event: SasSupportRequestEvent) => void) | undefined;
}

/** Filters, sorts, prints and shares the articles inside it. */
export interface SasNewsProps {
  /** Static file of the same site, whose items become articles: `news.json`. */
  src?: SasNews['src'] | undefined;
  /** Address of a platform, without `/v1`, whose information is listed where the page has none of its own and no `src`; empty for the page's own origin. Default, that of the nearest `<sas-provider>`. */
  baseUrl?: SasNews['baseUrl'] | undefined;
  /** Only this kind is asked of a platform: `experience`. */
  type?: SasNews['type'] | undefined;
  /** Only what names this sector is asked of a platform. */
  sector?: SasNews['sector'] | undefined;
  /** Only what names this area is asked of a platform. */
  area?: SasNews['area'] | undefined;
  /** Heading in place of the element's own. */
  heading?: SasNews['heading'] | undefined;
  /** Leaves the page's address alone: the filters are not kept in it. */
  noUrl?: SasNews['noUrl'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasNews['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasNews['headingLevel'] | undefined;
  /** Address of a platform, without `/v1`, whose information is listed where the page has none of its own and no `src`; empty for the page's own origin. Default, that of the nearest `<sas-provider>`. */
  'base-url'?: SasNews['baseUrl'] | undefined;
  /** Leaves the page's address alone: the filters are not kept in it. */
  'no-url'?: SasNews['noUrl'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasNews['headingLevel'] | undefined;
  /** the reader narrowed or sorted the list */
  'onsas-filter'?: ((event: SasFilterEvent) => void) | undefined;
  /** the reader prints the list; cancelable */
  'onsas-print'?: ((event: SasPrintEvent) => void) | undefined;
  /** the reader shares an item or the list; cancelable */
  'onsas-share'?: ((event: SasShareEvent) => void) | undefined;
  /** the file or the platform could not be read */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** From the decision to the appointment, at a desk. */
export interface SasOrientationProps {
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasOrientation['baseUrl'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasOrientation['session'] | undefined;
  /** Gives the bearer token of the reader, and a new one when it is refused. */
  getToken?: SasOrientation['getToken'] | undefined;
  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  client?: SasOrientation['client'] | undefined;
  /** The dispatch program's reference of its case. In every event; in no request without `share-case-ref`. */
  caseRef?: SasOrientation['caseRef'] | undefined;
  /** Tells the platform the case. Decisions of the dispatch program are recorded only with it. */
  shareCaseRef?: SasOrientation['shareCaseRef'] | undefined;
  /** Name of the commune where the person is. */
  place?: SasOrientation['place'] | undefined;
  /** Its INSEE code. */
  insee?: SasOrientation['insee'] | undefined;
  /** Specialty that is searched. */
  specialty?: SasOrientation['specialty'] | undefined;
  /** The person's own doctor: a national id, whose card is shown, or a name. */
  ownDoctor?: SasOrientation['ownDoctor'] | undefined;
  /** `off`: no single letter does anything (WCAG 2.1.4). */
  shortcuts?: SasOrientation['shortcuts'] | undefined;
  /** `redirection`: for the nurse who receives people at an emergency department. Under a protocol, towards practices of the redirection scheme only, with a sheet for the patient. */
  mode?: SasOrientation['mode'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasOrientation['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasOrientation['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasOrientation['baseUrl'] | undefined;
  /** The dispatch program's reference of its case. In every event; in no request without `share-case-ref`. */
  'case-ref'?: SasOrientation['caseRef'] | undefined;
  /** Tells the platform the case. Decisions of the dispatch program are recorded only with it. */
  'share-case-ref'?: SasOrientation['shareCaseRef'] | undefined;
  /** The person's own doctor: a national id, whose card is shown, or a name. */
  'own-doctor'?: SasOrientation['ownDoctor'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasOrientation['headingLevel'] | undefined;
  /** an orientation was recorded */
  'onsas-orientation-made'?: ((event: SasOrientationMadeEvent) => void) | undefined;
  /** the appointment of an orientation was moved */
  'onsas-orientation-moved'?: ((event: SasOrientationMovedEvent) => void) | undefined;
  /** nobody is redirected: nothing was recorded */
  'onsas-orientation-kept'?: ((event: SasOrientationKeptEvent) => void) | undefined;
  /** it was taken back a moment later */
  'onsas-orientation-withdrawn'?: ((event: SasOrientationWithdrawnEvent) => void) | undefined;
  /** the patient goes back to the regulating doctor */
  'onsas-orientation-given-back'?: ((event: SasOrientationGivenBackEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** The orientations of the day, with what became of them, for desks. */
export interface SasOrientationListProps {
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasOrientationList['baseUrl'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasOrientationList['session'] | undefined;
  /** Whose orientations: `mine`, those of the whole `desk`, or only what is `to-execute`. */
  show?: SasOrientationList['show'] | undefined;
  /** `off` takes the single keys away; they work only while the list has the focus. */
  shortcuts?: SasOrientationList['shortcuts'] | undefined;
  /** Gives the bearer token of the reader, and a new one when it is refused. */
  getToken?: SasOrientationList['getToken'] | undefined;
  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  client?: SasOrientationList['client'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasOrientationList['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasOrientationList['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasOrientationList['baseUrl'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasOrientationList['headingLevel'] | undefined;
  /** somebody looks after an alarm */
  'onsas-orientation-acknowledged'?: ((event: SasOrientationAcknowledgedEvent) => void) | undefined;
  /** another appointment is wanted */
  'onsas-orientation-again'?: ((event: SasOrientationAgainEvent) => void) | undefined;
  /** a decision that waits was chosen */
  'onsas-orientation-execute'?: ((event: SasOrientationExecuteEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** How a professional or a structure takes part in the SAS. */
export interface SasParticipationProps {
  /** `practitioner` or `structure`. */
  kind?: SasParticipation['kind'] | undefined;
  /** National id of the professional or structure. Default, whoever is signed in. */
  nationalId?: SasParticipation['nationalId'] | undefined;
  /** Gives the bearer token of whoever is at the desk, and a new one when it is refused. */
  getToken?: SasParticipation['getToken'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasParticipation['session'] | undefined;
  /** Also asks a professional what its practice says of itself, at each of its places. */
  practice?: SasParticipation['practice'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasParticipation['baseUrl'] | undefined;
  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  client?: SasParticipation['client'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasParticipation['publishableKey'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasParticipation['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasParticipation['headingLevel'] | undefined;
  /** National id of the professional or structure. Default, whoever is signed in. */
  'national-id'?: SasParticipation['nationalId'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasParticipation['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  'publishable-key'?: SasParticipation['publishableKey'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasParticipation['headingLevel'] | undefined;
  /** the reader saved other settings */
  'onsas-participation-change'?: ((event: SasParticipationChangeEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** The patient's way, as text and as a diagram. */
export interface SasPathwayProps {
  /** The territory's own number, beside 15: `116117`, `+33…`. */
  number?: SasPathway['number'] | undefined;
  /** Last day of that number, `2026-12-31`; then it is no longer shown. */
  validUntil?: SasPathway['validUntil'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasPathway['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasPathway['headingLevel'] | undefined;
  /** Last day of that number, `2026-12-31`; then it is no longer shown. */
  'valid-until'?: SasPathway['validUntil'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasPathway['headingLevel'] | undefined;
}

/** Client of the elements inside. */
export interface SasProviderProps {
  /** Wins over `base-url` and `key`. A token goes into a client, never into an attribute. */
  client?: SasProvider['client'] | undefined;
  /** Address of the platform, without `/v1`. */
  baseUrl?: SasProvider['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasProvider['publishableKey'] | undefined;
  /** address of the platform, without `/v1` */
  'base-url'?: string | undefined;
  /** the same as `key`, under a name that React and Vue pass on */
  'publishable-key'?: string | undefined;
}

/** Figures of a service, for territory leads and authorities; of its own agendas, for a practice. */
export interface SasStatisticsProps {
  /** Territory to begin with, by id: `le-havre-fecamp`. Default, the first that the reader may see. Whoever may see its own agendas alone sees these, whatever the page names. */
  territory?: SasStatistics['territory'] | undefined;
  /** Department to begin with, by its code, in place of a territory. */
  department?: SasStatistics['department'] | undefined;
  /** Region to begin with, by its name, in place of a territory. */
  region?: SasStatistics['region'] | undefined;
  /** First civil day, `2026-10-01`; together with `to`. Default, the last 30 days. */
  from?: SasStatistics['from'] | undefined;
  /** Last civil day. */
  to?: SasStatistics['to'] | undefined;
  /** One figure an `hour`, `day`, `week` or `month`. Default, what suits the period. */
  step?: SasStatistics['step'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasStatistics['baseUrl'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasStatistics['session'] | undefined;
  /** Gives the bearer token of the reader, and a new one when it is refused. */
  getToken?: SasStatistics['getToken'] | undefined;
  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  client?: SasStatistics['client'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasStatistics['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasStatistics['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasStatistics['baseUrl'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasStatistics['headingLevel'] | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** A lead changes its territory, with a preview and a date. */
export interface SasTerritorySettingsProps {
  /** Territory, by id: `le-havre-fecamp`. */
  territory?: SasTerritorySettings['territory'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasTerritorySettings['baseUrl'] | undefined;
  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  session?: SasTerritorySettings['session'] | undefined;
  /** Gives the bearer token of the lead, and a new one when it is refused. */
  getToken?: SasTerritorySettings['getToken'] | undefined;
  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  client?: SasTerritorySettings['client'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasTerritorySettings['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasTerritorySettings['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasTerritorySettings['baseUrl'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasTerritorySettings['headingLevel'] | undefined;
  /** the lead saves, or withdraws a change; cancelable */
  'onsas-territory-change'?: ((event: SasTerritoryChangeEvent) => void) | undefined;
  /** a call failed */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

/** Which number now: daytime hours, nights, weekends, public holidays. */
export interface SasWhenToCallProps {
  /** Territory, by id: `le-havre-fecamp`. In a file of one territory, empty. */
  territory?: SasWhenToCall['territory'] | undefined;
  /** Static file of the same site, in place of a platform: `territory.json`. */
  src?: SasWhenToCall['src'] | undefined;
  /** The instant to speak of, RFC 3339. For tests: unset, it is now. */
  at?: SasWhenToCall['at'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  baseUrl?: SasWhenToCall['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  publishableKey?: SasWhenToCall['publishableKey'] | undefined;
  /** Resources to call with. Wins over the nearest `<sas-provider>` and `base-url`. */
  client?: SasWhenToCall['client'] | undefined;
  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  theme?: SasWhenToCall['theme'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  headingLevel?: SasWhenToCall['headingLevel'] | undefined;
  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  'base-url'?: SasWhenToCall['baseUrl'] | undefined;
  /** The same as `key`, under a name that React and Vue pass on. */
  'publishable-key'?: SasWhenToCall['publishableKey'] | undefined;
  /** Level of the element's own heading, 1 to 5. */
  'heading-level'?: SasWhenToCall['headingLevel'] | undefined;
  /** the territory could not be read */
  'onsas-error'?: ((event: SasErrorEvent) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Access of an emergency department: open, or call first. */
      'sas-access-notice': Props<SasAccessNotice, SasAccessNoticeProps>;
      /** Publishes the slots of a practitioner. */
      'sas-agenda': Props<SasAgenda, SasAgendaProps>;
      /** Search for free slots around a place. */
      'sas-availability': Props<SasAvailability, SasAvailabilityProps>;
      /** Search, book, cancel and move an appointment. */
      'sas-booking': Props<SasBooking, SasBookingProps>;
      /** Directory of the SAS: status, numbers, partners. */
      'sas-directory': Props<SasDirectory, SasDirectoryProps>;
      /** How connected vendors stand, for administrators. */
      'sas-editor-status': Props<SasEditorStatus, SasEditorStatusProps>;
      /** How to join the SAS, and how a new holder requests support. */
      'sas-join': Props<SasJoin, SasJoinProps>;
      /** Filters, sorts, prints and shares the articles inside it. */
      'sas-news': Props<SasNews, SasNewsProps>;
      /** From the decision to the appointment, at a desk. */
      'sas-orientation': Props<SasOrientation, SasOrientationProps>;
      /** The orientations of the day, with what became of them, for desks. */
      'sas-orientation-list': Props<SasOrientationList, SasOrientationListProps>;
      /** How a professional or a structure takes part in the SAS. */
      'sas-participation': Props<SasParticipation, SasParticipationProps>;
      /** The patient's way, as text and as a diagram. */
      'sas-pathway': Props<SasPathway, SasPathwayProps>;
      /** Client of the elements inside. */
      'sas-provider': Props<SasProvider, SasProviderProps>;
      /** Figures of a service, for territory leads and authorities; of its own agendas, for a practice. */
      'sas-statistics': Props<SasStatistics, SasStatisticsProps>;
      /** A lead changes its territory, with a preview and a date. */
      'sas-territory-settings': Props<SasTerritorySettings, SasTerritorySettingsProps>;
      /** Which number now: daytime hours, nights, weekends, public holidays. */
      'sas-when-to-call': Props<SasWhenToCall, SasWhenToCallProps>;
    }
  }
}
