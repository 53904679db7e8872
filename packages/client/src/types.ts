/**
 * The contract's schemas under short names. The names are listed by hand; `npm run generate` writes what
 * each is for.
 */
/* eslint-disable @typescript-eslint/no-empty-object-type -- they name the types of the contract */
import type { components } from './generated/platform.ts';

type Schemas = components['schemas'];
type Schema<Name extends keyof Schemas> = Schemas[Name];

/** Answer of `createAbsence`, `getAbsence`, `updateAbsence`. */
export interface Absence extends Schema<'Absence'> {}
/** Answer of `listAbsences`. */
export interface AbsencePage extends Schema<'AbsencePage'> {}
/** Body of `createAbsence`, `updateAbsence`. */
export interface AbsenceRequest extends Schema<'AbsenceRequest'> {}
/**
 * A number that reaches the SAS. 15, 112 and 114 are constants and not listed here unless the SAS
 * itself answers on them. Part of `Territory`, `TerritoryParts`, `RegimeState`.
 */
export interface AccessNumber extends Schema<'AccessNumber'> {}
/** Answer of `createAccount`, `getAccount`, `updateAccount`. */
export interface Account extends Schema<'Account'> {}
/** Part of `AccountEditorPage`. */
export interface AccountEditor extends Schema<'AccountEditor'> {}
/** Answer of `listAccountEditors`. */
export interface AccountEditorPage extends Schema<'AccountEditorPage'> {}
/** Answer of `listAccounts`. */
export interface AccountPage extends Schema<'AccountPage'> {}
/** Body of `createAccount`. */
export interface AccountRequest extends Schema<'AccountRequest'> {}
/** Part of `AccountRoles`. */
export interface AccountRole extends Schema<'AccountRole'> {}
/** Part of `Account`, `AccountUpdate`. */
export type AccountStatus = Schemas['AccountStatus'];
/** Body of `updateAccount`. */
export interface AccountUpdate extends Schema<'AccountUpdate'> {}
/** Answer of `getAgendaFeed`. */
export interface AgendaFeed extends Schema<'AgendaFeed'> {}
/** Part of `AgendaStatistics`. */
export interface AgendaFigures extends Schema<'AgendaFigures'> {}
/** Answer of `createSlot`, `getSlot`, `updateSlot`. */
export interface AgendaSlot extends Schema<'AgendaSlot'> {}
/** Answer of `listSlots`. */
export interface AgendaSlotPage extends Schema<'AgendaSlotPage'> {}
/** Answer of `getAgendaStatistics`. */
export interface AgendaStatistics extends Schema<'AgendaStatistics'> {}
/** A free slot with the person and place it belongs to. Part of `Problem`. */
export interface Alternative extends Schema<'Alternative'> {}
/** Answer of `bookAppointment`, `getAppointment`, `updateAppointment`, `createDeparture`, others. */
export interface Appointment extends Schema<'Appointment'> {}
/** Answer of `listAppointments`. */
export interface AppointmentPage extends Schema<'AppointmentPage'> {}
/** Body of `bookAppointment`. */
export interface AppointmentRequest extends Schema<'AppointmentRequest'> {}
/** Part of `Appointment`, `EventAppointment`. */
export type AppointmentStatus = Schemas['AppointmentStatus'];
/** Body of `updateAppointment`. */
export interface AppointmentUpdate extends Schema<'AppointmentUpdate'> {}
/**
 * What happened to its appointment without whoever made the orientation: cancelled, moved, covered
 * by an absence of the practice, or not cancelled though somebody wants it; or what nobody did in
 * time. Part of `Orientation`.
 */
export interface Attention extends Schema<'Attention'> {}
/**
 * `not-cancelled`: its editor refuses to cancel it, or has not answered in ten minutes, also for
 * an orientation that was taken back; it stands until the practice, which is to be called, cancels
 * it. `overdue`: in ten minutes nobody has said whether it was booked; settled once somebody does.
 * `not-executed`: nobody has carried out in time what the doctor decided; the doctor is to be
 * asked. Part of `Attention`, `AttentionSeen`.
 */
export type AttentionReason = Schemas['AttentionReason'];
/**
 * The `attention` that somebody has seen, with its own reason and time: no two of an orientation
 * have the same. Body of `acknowledgeOrientation`.
 */
export interface AttentionSeen extends Schema<'AttentionSeen'> {}
/** Answer of `searchAvailability`. */
export interface Availability extends Schema<'Availability'> {}
/**
 * Everything that is known has been sent, and holds at `asOf`. The members are those of a search.
 * Part of `AvailabilityEvent`, `PublicAvailabilityEvent`.
 */
export interface AvailabilityFrame extends Schema<'AvailabilityFrame'> {}
/**
 * v2-0276. `ROUTINE` is booked in one step, `WALKIN` is a range where one simply comes. Part of
 * `Alternative`, `Slot`, `PublicSlot`, `Rule`, others.
 */
export type BookingMode = Schemas['BookingMode'];
/** Part of `CallEventBatch`. */
export interface CallEvent extends Schema<'CallEvent'> {}
/**
 * `presented`: it reached the regulation. `ring`: the first ring, or the end of the announcement.
 * `answered`: by a person. `abandoned`: the caller hung up before. `transferred`: to another queue
 * or service. Part of `CallEvent`.
 */
export type CallEventKind = Schemas['CallEventKind'];
/** Answer of `receiveCallEvents`. */
export interface CallEventReceipt extends Schema<'CallEventReceipt'> {}
/** Part of `CallStatistics`. */
export interface CallFigures extends Schema<'CallFigures'> {}
/**
 * The person's own doctor, a time beside the slots, SOS Médecins, or another structure. Part of
 * `PracticeCallRequest`, `PracticeCall`.
 */
export type CallPurpose = Schemas['CallPurpose'];
/** Emergencies (`amu`), or care that cannot wait for an appointment (`snp`). Part of `CallEvent`. */
export type CallQueue = Schemas['CallQueue'];
/** Part of `OwnDoctor`, `PracticeCallRequest`, `PracticeCall`. */
export type CallResult = Schemas['CallResult'];
/** Answer of `getCallStatistics`. */
export interface CallStatistics extends Schema<'CallStatistics'> {}
/**
 * The operator's settings; null where it sets none. No law gives these figures. Part of
 * `CallStatistics`.
 */
export interface CallTargets extends Schema<'CallTargets'> {}
/** What a professional gets. Part of `Availability`, `CardChange`. */
export interface Card extends Schema<'Card'> {}
/**
 * `free` has slots; `none-free` is connected and has none in the window; `not-connected` publishes
 * no agenda; `not-asked` could not be asked. Part of `Card`, `PublicCard`, `SlotChange`,
 * `PublicSlotChange`.
 */
export type CardState = Schemas['CardState'];
/**
 * Work for the machine of a public caller, nothing for the person: find a `nonce` such that PBKDF2
 * (HMAC-SHA-256, `seed` as the password, `nonce` in decimal as the salt, `iterations`) begins with
 * `difficulty` zero bits. Good for this hold alone, as long as it lives. Absent where no proof is
 * asked. Part of `Hold`.
 */
export interface Challenge extends Schema<'Challenge'> {}
/** Part of `Appointment`, `AppointmentRequest`. */
export interface Contact extends Schema<'Contact'> {}
/** What the person is asked, and the privacy notice's facts. Part of `Hold`. */
export interface ContactRequirements extends Schema<'ContactRequirements'> {}
/** Part of `Territory`, `TerritoryParts`. */
export interface DangerSigns extends Schema<'DangerSigns'> {}
/** Who decided, as it was recorded. Members that do not apply are null. Part of `Orientation`. */
export interface Decision extends Schema<'Decision'> {}
/**
 * Who decided. `own`: the caller, a doctor. `orientation`: a doctor, in the orientation `id`.
 * `dispatch-case`: a doctor of `role`, at `decidedAt`, in the dispatch program's case `caseRef`.
 * `protocol`: the protocol `id` in its `version`; a nurse names who assessed (`assessedBy`). Part
 * of `OrientationRequest`.
 */
export interface DecisionRequest extends Schema<'DecisionRequest'> {}
/** Answer of `createDelegation`, `getDelegation`, `acceptDelegation`, `refuseDelegation`, others. */
export interface Delegation extends Schema<'Delegation'> {}
/** Body of `acceptDelegation`. */
export interface DelegationAcceptance extends Schema<'DelegationAcceptance'> {}
/** Answer of `listDelegations`. */
export interface DelegationPage extends Schema<'DelegationPage'> {}
/** Body of `createDelegation`. */
export interface DelegationRequest extends Schema<'DelegationRequest'> {}
/**
 * `agenda`: hours, slots, absences. `appointments`: who is booked, and their contacts. Part of
 * `SessionDelegation`, `DelegationScopes`.
 */
export type DelegationScope = Schemas['DelegationScope'];
/** Part of `Delegation`. */
export type DelegationStatus = Schemas['DelegationStatus'];
/** Body of `createDeparture`. */
export interface DepartureRequest extends Schema<'DepartureRequest'> {}
/** Part of `TerritoryDispatch`. */
export interface DispatchDesk extends Schema<'DispatchDesk'> {}
/**
 * Administrators get everything, others `id`, `name`, `state` and `since`. Answer of
 * `createEditor`, `getEditor`, `updateEditor`.
 */
export interface Editor extends Schema<'Editor'> {}
/** Answer of `checkEditor`. */
export interface EditorCheck extends Schema<'EditorCheck'> {}
/** Stable code of what is wrong; null where nothing is. Part of `EditorProbe`. */
export type EditorFault = Schemas['EditorFault'];
/** Part of `EditorHealth`, `EditorProbe`. */
export interface EditorFinding extends Schema<'EditorFinding'> {}
/**
 * Flow of the national guide: practitioners (INT_R01), members of a CPTS (INT_R04), sites of an
 * association (SOS). Part of `Editor`, `EditorRequest`, `EditorUpdate`.
 */
export type EditorFlow = Schemas['EditorFlow'];
/**
 * What came of the questions of the last 15 min, of all server processes; and of the appointments
 * that it tells of. Part of `Editor`.
 */
export interface EditorHealth extends Schema<'EditorHealth'> {}
/** Answer of `listEditors`. */
export interface EditorPage extends Schema<'EditorPage'> {}
/** Part of `EditorCheck`. */
export interface EditorProbe extends Schema<'EditorProbe'> {}
/** Body of `createEditor`. */
export interface EditorRequest extends Schema<'EditorRequest'> {}
/**
 * `working`; `unsteady`, more than a tenth of its answers of the last 15 min failed; `failing`,
 * all of them failed or it is left alone for a while; `unknown`, nobody asked; `disabled`. Part of
 * `Editor`.
 */
export type EditorState = Schemas['EditorState'];
/** Body of `updateEditor`. */
export interface EditorUpdate extends Schema<'EditorUpdate'> {}
/** Answer of `openEmbedSession`. */
export interface EmbedSession extends Schema<'EmbedSession'> {}
/** Body of `openEmbedSession`. */
export interface EmbedSessionRequest extends Schema<'EmbedSessionRequest'> {}
/** Stable code of a problem. Part of `ProblemError`, `Problem`. */
export type ErrorCode = Schemas['ErrorCode'];
/**
 * `none` has no agreement with the health insurance; `1` charges its tariffs, `1-dp` with a
 * permanent right to exceed them; `2` sets its fees freely, `2-optam` within a signed measure
 * (Optam). Part of `Practice`, `PracticeRequest`.
 */
export type FeeSector = Schemas['FeeSector'];
/**
 * What became of its appointment. `moved` is booked at another time than at first. Part of
 * `Orientation`.
 */
export type FollowUp = Schemas['FollowUp'];
/**
 * A role that an account gives. `practitioner` is not: it comes with the national register at
 * sign-in, and machines have no account. Part of `AccountRole`.
 */
export type GrantableRole = Schemas['GrantableRole'];
/** Answer of `getHealth`, `getReadiness`. */
export interface Health extends Schema<'Health'> {}
/** Answer of `createHold`, `extendHold`. */
export interface Hold extends Schema<'Hold'> {}
/** Body of `createHold`. */
export interface HoldRequest extends Schema<'HoldRequest'> {}
/**
 * Codes of the Hub Santé's nomenclatures; null where an orientation does not say it. Part of
 * `Orientation`.
 */
export interface HubCodes extends Schema<'HubCodes'> {}
/** Part of `Alternative`, `Card`, `PublicCard`, `Hold`, others. */
export interface Location extends Schema<'Location'> {}
/**
 * ActCode. `AMB` at the practice, `HH` home visit, `VR` teleconsultation. Part of `Alternative`,
 * `Slot`, `PublicSlot`, `Rule`, others.
 */
export type Modality = Schemas['Modality'];
/** Answer of `renewAgendaFeed`. */
export interface NewAgendaFeed extends Schema<'NewAgendaFeed'> {}
/** Answer of `createWebhook`, `rotateWebhookSecret`. */
export interface NewWebhook extends Schema<'NewWebhook'> {}
/** Answer of `createNews`, `getNews`, `updateNews`. */
export interface News extends Schema<'News'> {}
/** Answer of `importNews`. */
export interface NewsImport extends Schema<'NewsImport'> {}
/**
 * A feed, as its text or by its address, and what is said of each of its items. Body of
 * `importNews`.
 */
export interface NewsImportRequest extends Schema<'NewsImportRequest'> {}
/** Answer of `listNews`. */
export interface NewsPage extends Schema<'NewsPage'> {}
/** Body of `createNews`. */
export interface NewsRequest extends Schema<'NewsRequest'> {}
/** Body of `updateNews`. */
export interface NewsUpdate extends Schema<'NewsUpdate'> {}
/**
 * When a territory is in SAS hours. All else is PDSA, as are public holidays. Part of `Territory`,
 * `TerritoryParts`.
 */
export interface OpeningHours extends Schema<'OpeningHours'> {}
/**
 * Hours of weekdays, on the clocks of the place. A night is two of them. Part of `Practice`,
 * `PracticeRequest`.
 */
export interface OpeningPeriod extends Schema<'OpeningPeriod'> {}
/**
 * Answer of `createOrientation`, `getOrientation`, `withdrawOrientation`,
 * `acknowledgeOrientation`.
 */
export interface Orientation extends Schema<'Orientation'> {}
/** Part of `OrientationStatistics`. */
export interface OrientationFigures extends Schema<'OrientationFigures'> {}
/** Answer of `listOrientations`. */
export interface OrientationPage extends Schema<'OrientationPage'> {}
/** Body of `createOrientation`. */
export interface OrientationRequest extends Schema<'OrientationRequest'> {}
/**
 * `to-execute` waits for somebody to find and book what a doctor decided; `executed` was carried
 * out by another orientation (`executedIn`); `to-confirm` has an appointment of which nobody has
 * said whether it was booked; `done` needs nothing more; `withdrawn` was taken back. Part of
 * `Orientation`.
 */
export type OrientationState = Schemas['OrientationState'];
/** Answer of `getOrientationStatistics`. */
export interface OrientationStatistics extends Schema<'OrientationStatistics'> {}
/** The closed list of the founding documents. Part of `Orientation`, `OrientationRequest`. */
export type Outcome = Schemas['Outcome'];
/**
 * `phone-prescription` of `advice`; `home-visit` and `teleconsultation` of
 * `unscheduled-consultation`. Part of `Orientation`, `OrientationRequest`.
 */
export type OutcomeForm = Schemas['OutcomeForm'];
/**
 * A time beside the slots, of a practice that accepts it and has said yes on the telephone
 * (`callId`): a quarter of an hour on the clock of the place, in the future, at most 72 h ahead.
 * Part of `OrientationRequest`.
 */
export interface OverbookingRequest extends Schema<'OverbookingRequest'> {}
/**
 * Whether the person has a doctor of their own, and what came of calling there. Part of
 * `Orientation`, `OrientationRequest`.
 */
export interface OwnDoctor extends Schema<'OwnDoctor'> {}
/** Part of `OwnDoctorStatistics`. */
export interface OwnDoctorFigures extends Schema<'OwnDoctorFigures'> {}
/** Answer of `getOwnDoctorStatistics`. */
export interface OwnDoctorStatistics extends Schema<'OwnDoctorStatistics'> {}
/**
 * Alone, or through one's CPTS, health house (MSP) or SOS Médecins association. Part of
 * `PractitionerParticipation`, `PractitionerParticipationRequest`.
 */
export type ParticipationWay = Schemas['ParticipationWay'];
/** Part of `Session`, `Delegation`. */
export interface Person extends Schema<'Person'> {}
/** Part of `PlacePage`, `SearchLinkPlace`. */
export interface Place extends Schema<'Place'> {}
/** Answer of `searchPlaces`. */
export interface PlacePage extends Schema<'PlacePage'> {}
/**
 * What a practice says of itself to the people who send patients there. Null, or empty, where it
 * says nothing. Part of `SaidPractice`.
 */
export interface Practice extends Schema<'Practice'> {}
/** Answer of `createPracticeCall`, `getPracticeCall`. */
export interface PracticeCall extends Schema<'PracticeCall'> {}
/** Body of `createPracticeCall`. */
export interface PracticeCallRequest extends Schema<'PracticeCallRequest'> {}
/** What is not given is not said. Part of `ScheduleRequest`, `ScheduleUpdate`. */
export interface PracticeRequest extends Schema<'PracticeRequest'> {}
/** Part of `CardPractitioner`. */
export interface Practitioner extends Schema<'Practitioner'> {}
/** Answer of `getPractitionerParticipation`, `updatePractitionerParticipation`. */
export interface PractitionerParticipation extends Schema<'PractitionerParticipation'> {}
/** Body of `updatePractitionerParticipation`. */
export interface PractitionerParticipationRequest extends Schema<'PractitionerParticipationRequest'> {}
/** RFC 9457. */
export interface Problem extends Schema<'Problem'> {}
/** One fault and its place. Part of `Problem`. */
export interface ProblemError extends Schema<'ProblemError'> {}
/** The solution of a hold's challenge. Part of `AppointmentRequest`, `RescheduleRequest`. */
export interface Proof extends Schema<'Proof'> {}
/** Answer of `createProtocol`, `getProtocol`, `signProtocol`, `endProtocol`. */
export interface Protocol extends Schema<'Protocol'> {}
/** Answer of `listProtocols`. */
export interface ProtocolPage extends Schema<'ProtocolPage'> {}
/**
 * `regulation` is for operators and call takers; `redirection` for the nurse who receives people
 * at an emergency department, towards practitioners of the redirection scheme only. Part of
 * `Protocol`, `ProtocolRequest`.
 */
export type ProtocolPurpose = Schemas['ProtocolPurpose'];
/** Body of `createProtocol`. */
export interface ProtocolRequest extends Schema<'ProtocolRequest'> {}
/**
 * `draft` lacks a signature; `coming` is signed and begins later; `in-force` may be used; `ended`
 * is over, a holder has ended it, or a later version has taken its place. Part of `Protocol`.
 */
export type ProtocolState = Schemas['ProtocolState'];
/** Answer of `searchAvailability`. */
export interface PublicAvailability extends Schema<'PublicAvailability'> {}
/** Whether visitors may book here, and who is responsible for their data. Part of `Territory`. */
export interface PublicBooking extends Schema<'PublicBooking'> {}
/** What a publishable key gets. Part of `PublicAvailability`, `PublicCardChange`. */
export interface PublicCard extends Schema<'PublicCard'> {}
/** Part of `PublicCard`, `PublicSlotChange`, `Hold`, `Appointment`. */
export interface PublicSlot extends Schema<'PublicSlot'> {}
/** Part of `SlotReplacement`. */
export interface PushedSlot extends Schema<'PushedSlot'> {}
/**
 * SOS Médecins, a CPTS, an MSP or a health centre that has said yes on the telephone (`callId`).
 * Part of `OrientationRequest`.
 */
export interface RecipientRequest extends Schema<'RecipientRequest'> {}
/** Body of `rescheduleAppointment`. */
export interface RescheduleRequest extends Schema<'RescheduleRequest'> {}
/** Answer of `createRule`, `getRule`, `updateRule`. */
export interface Rule extends Schema<'Rule'> {}
/** Answer of `listRules`. */
export interface RulePage extends Schema<'RulePage'> {}
/** Body of `createRule`, `updateRule`. */
export interface RuleRequest extends Schema<'RuleRequest'> {}
/** Answer of `createSchedule`, `getSchedule`, `updateSchedule`. */
export interface Schedule extends Schema<'Schedule'> {}
/** Answer of `listSchedules`. */
export interface SchedulePage extends Schema<'SchedulePage'> {}
/** Body of `createSchedule`. */
export interface ScheduleRequest extends Schema<'ScheduleRequest'> {}
/** Body of `updateSchedule`. */
export interface ScheduleUpdate extends Schema<'ScheduleUpdate'> {}
/** Part of `SearchStatistics`. */
export interface SearchFigures extends Schema<'SearchFigures'> {}
/** Answer of `acceptSearchLink`. */
export interface SearchLink extends Schema<'SearchLink'> {}
/** What the person who searches has to know. The search goes on all the same. Part of `SearchLink`. */
export interface SearchLinkNote extends Schema<'SearchLinkNote'> {}
/**
 * The place that was understood. Part of `Availability`, `PublicAvailability`,
 * `AvailabilityFrame`.
 */
export interface SearchPlace extends Schema<'SearchPlace'> {}
/** Answer of `getSearchStatistics`. */
export interface SearchStatistics extends Schema<'SearchStatistics'> {}
/** Part of `ServedPage`. */
export interface Served extends Schema<'Served'> {}
/** Answer of `replaceServed`. */
export interface ServedChange extends Schema<'ServedChange'> {}
/** Part of `Served`. */
export type ServedKind = Schemas['ServedKind'];
/** Answer of `listServed`. */
export interface ServedPage extends Schema<'ServedPage'> {}
/** Body of `replaceServed`. */
export interface ServedRequest extends Schema<'ServedRequest'> {}
/**
 * Read from the database each time; what was withdrawn is not here any more. Answer of
 * `getSession`, `acceptTerms`.
 */
export interface Session extends Schema<'Session'> {}
/** Body of `signProtocol`, `endProtocol`. */
export interface SignatureRequest extends Schema<'SignatureRequest'> {}
/** Part of `Card`, `SlotChange`. */
export interface Slot extends Schema<'Slot'> {}
/** Answer of `replaceSlots`. */
export interface SlotReplacementResult extends Schema<'SlotReplacementResult'> {}
/** Body of `createSlot`, `updateSlot`. */
export interface SlotRequest extends Schema<'SlotRequest'> {}
/** Part of `Alternative`, `Slot`, `Appointment`. */
export interface SlotSource extends Schema<'SlotSource'> {}
/** One connected vendor's part in this answer. Part of `Availability`. */
export interface Source extends Schema<'Source'> {}
/**
 * How a connected vendor stands while a stream goes on: a source of an answer, or `asking` while
 * its answer is still awaited, `ms` since when. Part of `AvailabilityEvent`.
 */
export interface SourceChange extends Schema<'SourceChange'> {}
/** Part of `SpecialtyPage`, `SearchLink`. */
export interface Specialty extends Schema<'Specialty'> {}
/** Answer of `searchSpecialties`. */
export interface SpecialtyPage extends Schema<'SpecialtyPage'> {}
/** Whose agenda, of the practice that asks. Part of `AgendaFigures`. */
export interface StatisticsAgenda extends Schema<'StatisticsAgenda'> {}
/** Part of `VendorFigures`. */
export interface StatisticsVendor extends Schema<'StatisticsVendor'> {}
/** Part of `StructurePage`, `CardStructure`. */
export interface Structure extends Schema<'Structure'> {}
/** Part of `Structure`, `StructureRequest`, `StructureParticipation`. */
export type StructureKind = Schemas['StructureKind'];
/** Answer of `listStructures`. */
export interface StructurePage extends Schema<'StructurePage'> {}
/** Answer of `getStructureParticipation`, `updateStructureParticipation`. */
export interface StructureParticipation extends Schema<'StructureParticipation'> {}
/** Body of `updateStructureParticipation`. */
export interface StructureParticipationRequest extends Schema<'StructureParticipationRequest'> {}
/** Part of `Session`. */
export interface Terms extends Schema<'Terms'> {}
/** Body of `acceptTerms`. */
export interface TermsAcceptance extends Schema<'TermsAcceptance'> {}
/** Answer of `getTerritory`. */
export interface Territory extends Schema<'Territory'> {}
/** A change that waits for its instant. Part of `TerritoryChangeResult`, `TerritoryChangePage`. */
export interface TerritoryChange extends Schema<'TerritoryChange'> {}
/** Answer of `listTerritoryChanges`. */
export interface TerritoryChangePage extends Schema<'TerritoryChangePage'> {}
/**
 * What holds from the change's instant on, with what waits until then. Answer of
 * `updateTerritory`.
 */
export interface TerritoryChangeResult extends Schema<'TerritoryChangeResult'> {}
/**
 * Body of `replaceTerritoryDispatch`. Answer of `getTerritoryDispatch`,
 * `replaceTerritoryDispatch`.
 */
export interface TerritoryDispatch extends Schema<'TerritoryDispatch'> {}
/** Answer of `listTerritories`. */
export interface TerritoryPage extends Schema<'TerritoryPage'> {}
/**
 * Members of a territory that a lead changes, in the form in which they will stand. Part of
 * `TerritoryChange`.
 */
export interface TerritoryParts extends Schema<'TerritoryParts'> {}
/** What holds at an instant, and what comes next. Answer of `getTerritoryRegime`. */
export type TerritoryRegime = Schemas['TerritoryRegime'];
/**
 * Each member replaces what stands; what is left out stays. Nothing but these members can be
 * changed. Body of `updateTerritory`.
 */
export interface TerritoryUpdate extends Schema<'TerritoryUpdate'> {}
/**
 * How far the latest message to dispatch software about an appointment is. Answer of
 * `retryTransmission`.
 */
export interface Transmission extends Schema<'Transmission'> {}
/** Part of `Transmission`. */
export interface TransmissionDetail extends Schema<'TransmissionDetail'> {}
/**
 * `queued`: it waits for the Hub. `sent`: it is on its way, and nobody has said yet that it came;
 * it is sent again. `accepted`: the Hub's broker has it on its disk and has not refused it; it
 * still may. `acknowledged`: dispatch software says that it has it; until then it counts as not
 * delivered. `refused`: by the Hub, by dispatch software, or here; `code` or `rule` say why.
 * `expired`: nobody took it in time. Part of `Transmission`.
 */
export type TransmissionState = Schemas['TransmissionState'];
/** Part of `VendorStatistics`. */
export interface VendorFigures extends Schema<'VendorFigures'> {}
/** Answer of `getVendorStatistics`. */
export interface VendorStatistics extends Schema<'VendorStatistics'> {}
/**
 * TRE_R314. Several codes combine as OR. Part of `Alternative`, `Slot`, `PublicSlot`, `Rule`,
 * others.
 */
export type Visibility = Schemas['Visibility'];
/** Answer of `getWebhook`, `updateWebhook`. */
export interface Webhook extends Schema<'Webhook'> {}
/** Part of `WebhookDelivery`. */
export interface WebhookAttempt extends Schema<'WebhookAttempt'> {}
/** Answer of `testWebhook`, `redeliverWebhook`. */
export interface WebhookDelivery extends Schema<'WebhookDelivery'> {}
/** Answer of `listWebhookDeliveries`. */
export interface WebhookDeliveryPage extends Schema<'WebhookDeliveryPage'> {}
/** Told by `type`. Types will be added: a receiver answers 2xx to one that it does not know. */
export type WebhookEvent = Schemas['WebhookEvent'];
/** Answer of `listWebhooks`. */
export interface WebhookPage extends Schema<'WebhookPage'> {}
/** Body of `createWebhook`. */
export interface WebhookRequest extends Schema<'WebhookRequest'> {}
/**
 * Type of an event; `*` is all, also those to come. Part of `Webhook`, `WebhookRequest`,
 * `NewWebhook`, `WebhookUpdate`.
 */
export type WebhookTopic = Schemas['WebhookTopic'];
/** Body of `updateWebhook`. */
export interface WebhookUpdate extends Schema<'WebhookUpdate'> {}
/** Part of `OpeningHours`, `OpeningHoursUpdate`, `OpeningPeriod`, `Rule`, others. */
export type Weekday = Schemas['Weekday'];
