/**
 * The contract's schemas under short names. The names are listed by hand; `npm run generate` writes what
 * each is for.
 */
import type { components } from './generated/platform.ts';

type Schemas = components['schemas'];

/** Answer of `createAbsence`, `getAbsence`, `updateAbsence`. */
export type Absence = Schemas['Absence'];
/** Answer of `listAbsences`. */
export type AbsencePage = Schemas['AbsencePage'];
/** Body of `createAbsence`, `updateAbsence`. */
export type AbsenceRequest = Schemas['AbsenceRequest'];
/**
 * A number that reaches the SAS. 15, 112 and 114 are constants and not listed here unless the SAS
 * itself answers on them. Part of `Territory`, `TerritoryParts`, `RegimeState`.
 */
export type AccessNumber = Schemas['AccessNumber'];
/** Answer of `createAccount`, `getAccount`, `updateAccount`. */
export type Account = Schemas['Account'];
/** Answer of `listAccounts`. */
export type AccountPage = Schemas['AccountPage'];
/** Body of `createAccount`. */
export type AccountRequest = Schemas['AccountRequest'];
/** Part of `AccountRoles`. */
export type AccountRole = Schemas['AccountRole'];
/** Part of `Account`, `AccountUpdate`. */
export type AccountStatus = Schemas['AccountStatus'];
/** Body of `updateAccount`. */
export type AccountUpdate = Schemas['AccountUpdate'];
/** Answer of `getAgendaFeed`. */
export type AgendaFeed = Schemas['AgendaFeed'];
/** Answer of `createSlot`, `getSlot`, `updateSlot`. */
export type AgendaSlot = Schemas['AgendaSlot'];
/** Answer of `listSlots`. */
export type AgendaSlotPage = Schemas['AgendaSlotPage'];
/** A free slot with the person and place it belongs to. Part of `Problem`. */
export type Alternative = Schemas['Alternative'];
/** Answer of `bookAppointment`, `getAppointment`, `updateAppointment`, `cancelAppointment`, others. */
export type Appointment = Schemas['Appointment'];
/** Answer of `listAppointments`. */
export type AppointmentPage = Schemas['AppointmentPage'];
/** Body of `bookAppointment`. */
export type AppointmentRequest = Schemas['AppointmentRequest'];
/** Part of `Appointment`, `EventAppointment`. */
export type AppointmentStatus = Schemas['AppointmentStatus'];
/** Body of `updateAppointment`. */
export type AppointmentUpdate = Schemas['AppointmentUpdate'];
/** Answer of `searchAvailability`. */
export type Availability = Schemas['Availability'];
/**
 * Everything that is known has been sent, and holds at `asOf`. The members are those of a search.
 * Part of `AvailabilityEvent`, `PublicAvailabilityEvent`.
 */
export type AvailabilityFrame = Schemas['AvailabilityFrame'];
/**
 * v2-0276. `ROUTINE` is booked in one step, `WALKIN` is a range where one simply comes. Part of
 * `Alternative`, `Slot`, `PublicSlot`, `Rule`, others.
 */
export type BookingMode = Schemas['BookingMode'];
/** What a professional gets. Part of `Availability`, `CardChange`. */
export type Card = Schemas['Card'];
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
export type Challenge = Schemas['Challenge'];
/** Part of `Appointment`, `AppointmentRequest`. */
export type Contact = Schemas['Contact'];
/** What the person is asked, and the privacy notice's facts. Part of `Hold`. */
export type ContactRequirements = Schemas['ContactRequirements'];
/** Part of `Territory`, `TerritoryParts`. */
export type DangerSigns = Schemas['DangerSigns'];
/** Answer of `createDelegation`, `getDelegation`, `acceptDelegation`, `refuseDelegation`, others. */
export type Delegation = Schemas['Delegation'];
/** Body of `acceptDelegation`. */
export type DelegationAcceptance = Schemas['DelegationAcceptance'];
/** Answer of `listDelegations`. */
export type DelegationPage = Schemas['DelegationPage'];
/** Body of `createDelegation`. */
export type DelegationRequest = Schemas['DelegationRequest'];
/**
 * `agenda`: hours, slots, absences. `appointments`: who is booked, and their contacts. Part of
 * `SessionDelegation`, `DelegationScopes`.
 */
export type DelegationScope = Schemas['DelegationScope'];
/** Part of `Delegation`. */
export type DelegationStatus = Schemas['DelegationStatus'];
/** Answer of `openEmbedSession`. */
export type EmbedSession = Schemas['EmbedSession'];
/** Body of `openEmbedSession`. */
export type EmbedSessionRequest = Schemas['EmbedSessionRequest'];
/** Stable code of a problem. Part of `ProblemError`, `Problem`. */
export type ErrorCode = Schemas['ErrorCode'];
/**
 * A role that an account gives. `practitioner` is not: it comes with the national register at
 * sign-in, and machines have no account. Part of `AccountRole`.
 */
export type GrantableRole = Schemas['GrantableRole'];
/** Answer of `getHealth`, `getReadiness`. */
export type Health = Schemas['Health'];
/** Answer of `createHold`, `extendHold`. */
export type Hold = Schemas['Hold'];
/** Body of `createHold`. */
export type HoldRequest = Schemas['HoldRequest'];
/** Part of `Alternative`, `Card`, `PublicCard`, `Hold`, others. */
export type Location = Schemas['Location'];
/**
 * ActCode. `AMB` at the practice, `HH` home visit, `VR` teleconsultation. Part of `Alternative`,
 * `Slot`, `PublicSlot`, `Rule`, others.
 */
export type Modality = Schemas['Modality'];
/** Answer of `renewAgendaFeed`. */
export type NewAgendaFeed = Schemas['NewAgendaFeed'];
/** Answer of `createWebhook`, `rotateWebhookSecret`. */
export type NewWebhook = Schemas['NewWebhook'];
/** Answer of `createNews`, `getNews`, `updateNews`. */
export type News = Schemas['News'];
/** Answer of `importNews`. */
export type NewsImport = Schemas['NewsImport'];
/**
 * A feed, as its text or by its address, and what is said of each of its items. Body of
 * `importNews`.
 */
export type NewsImportRequest = Schemas['NewsImportRequest'];
/** Answer of `listNews`. */
export type NewsPage = Schemas['NewsPage'];
/** Body of `createNews`. */
export type NewsRequest = Schemas['NewsRequest'];
/** Body of `updateNews`. */
export type NewsUpdate = Schemas['NewsUpdate'];
/**
 * When a territory is in SAS hours. All else is PDSA, as are public holidays. Part of `Territory`,
 * `TerritoryParts`.
 */
export type OpeningHours = Schemas['OpeningHours'];
/**
 * Alone, or through one's CPTS, health house (MSP) or SOS Médecins association. Part of
 * `PractitionerParticipation`, `PractitionerParticipationRequest`.
 */
export type ParticipationWay = Schemas['ParticipationWay'];
/** Part of `Session`, `Delegation`. */
export type Person = Schemas['Person'];
/** Part of `PlacePage`. */
export type Place = Schemas['Place'];
/** Answer of `searchPlaces`. */
export type PlacePage = Schemas['PlacePage'];
/** Part of `CardPractitioner`. */
export type Practitioner = Schemas['Practitioner'];
/** Answer of `getPractitionerParticipation`, `updatePractitionerParticipation`. */
export type PractitionerParticipation = Schemas['PractitionerParticipation'];
/** Body of `updatePractitionerParticipation`. */
export type PractitionerParticipationRequest = Schemas['PractitionerParticipationRequest'];
/** RFC 9457. */
export type Problem = Schemas['Problem'];
/** One fault and its place. Part of `Problem`. */
export type ProblemError = Schemas['ProblemError'];
/** The solution of a hold's challenge. Part of `AppointmentRequest`, `RescheduleRequest`. */
export type Proof = Schemas['Proof'];
/** Answer of `searchAvailability`. */
export type PublicAvailability = Schemas['PublicAvailability'];
/** Whether visitors may book here, and who is responsible for their data. Part of `Territory`. */
export type PublicBooking = Schemas['PublicBooking'];
/** What a publishable key gets. Part of `PublicAvailability`, `PublicCardChange`. */
export type PublicCard = Schemas['PublicCard'];
/** Part of `PublicCard`, `PublicSlotChange`, `Hold`, `Appointment`. */
export type PublicSlot = Schemas['PublicSlot'];
/** Part of `SlotReplacement`. */
export type PushedSlot = Schemas['PushedSlot'];
/** Body of `rescheduleAppointment`. */
export type RescheduleRequest = Schemas['RescheduleRequest'];
/** Answer of `createRule`, `getRule`, `updateRule`. */
export type Rule = Schemas['Rule'];
/** Answer of `listRules`. */
export type RulePage = Schemas['RulePage'];
/** Body of `createRule`, `updateRule`. */
export type RuleRequest = Schemas['RuleRequest'];
/** Answer of `createSchedule`, `getSchedule`, `updateSchedule`. */
export type Schedule = Schemas['Schedule'];
/** Answer of `listSchedules`. */
export type SchedulePage = Schemas['SchedulePage'];
/** Body of `createSchedule`. */
export type ScheduleRequest = Schemas['ScheduleRequest'];
/** Body of `updateSchedule`. */
export type ScheduleUpdate = Schemas['ScheduleUpdate'];
/**
 * The place that was understood. Part of `Availability`, `PublicAvailability`,
 * `AvailabilityFrame`.
 */
export type SearchPlace = Schemas['SearchPlace'];
/**
 * Read from the database each time; what was withdrawn is not here any more. Answer of
 * `getSession`, `acceptTerms`.
 */
export type Session = Schemas['Session'];
/** Part of `Card`, `SlotChange`. */
export type Slot = Schemas['Slot'];
/** Answer of `replaceSlots`. */
export type SlotReplacementResult = Schemas['SlotReplacementResult'];
/** Body of `createSlot`, `updateSlot`. */
export type SlotRequest = Schemas['SlotRequest'];
/** Part of `Alternative`, `Slot`. */
export type SlotSource = Schemas['SlotSource'];
/** One connected vendor's part in this answer. Part of `Availability`, `AvailabilityEvent`. */
export type Source = Schemas['Source'];
/** Part of `SpecialtyPage`. */
export type Specialty = Schemas['Specialty'];
/** Answer of `searchSpecialties`. */
export type SpecialtyPage = Schemas['SpecialtyPage'];
/** Part of `StructurePage`, `CardStructure`. */
export type Structure = Schemas['Structure'];
/** Part of `Structure`, `StructureRequest`, `StructureParticipation`. */
export type StructureKind = Schemas['StructureKind'];
/** Answer of `listStructures`. */
export type StructurePage = Schemas['StructurePage'];
/** Answer of `getStructureParticipation`, `updateStructureParticipation`. */
export type StructureParticipation = Schemas['StructureParticipation'];
/** Body of `updateStructureParticipation`. */
export type StructureParticipationRequest = Schemas['StructureParticipationRequest'];
/** Part of `Session`. */
export type Terms = Schemas['Terms'];
/** Body of `acceptTerms`. */
export type TermsAcceptance = Schemas['TermsAcceptance'];
/** Answer of `getTerritory`. */
export type Territory = Schemas['Territory'];
/** A change that waits for its instant. Part of `TerritoryChangeResult`, `TerritoryChangePage`. */
export type TerritoryChange = Schemas['TerritoryChange'];
/** Answer of `listTerritoryChanges`. */
export type TerritoryChangePage = Schemas['TerritoryChangePage'];
/**
 * What holds from the change's instant on, with what waits until then. Answer of
 * `updateTerritory`.
 */
export type TerritoryChangeResult = Schemas['TerritoryChangeResult'];
/** Answer of `listTerritories`. */
export type TerritoryPage = Schemas['TerritoryPage'];
/**
 * Members of a territory that a lead changes, in the form in which they will stand. Part of
 * `TerritoryChange`.
 */
export type TerritoryParts = Schemas['TerritoryParts'];
/** What holds at an instant, and what comes next. Answer of `getTerritoryRegime`. */
export type TerritoryRegime = Schemas['TerritoryRegime'];
/**
 * Each member replaces what stands; what is left out stays. Nothing but these members can be
 * changed. Body of `updateTerritory`.
 */
export type TerritoryUpdate = Schemas['TerritoryUpdate'];
/**
 * TRE_R314. Several codes combine as OR. Part of `Alternative`, `Slot`, `PublicSlot`, `Rule`,
 * others.
 */
export type Visibility = Schemas['Visibility'];
/** Answer of `getWebhook`, `updateWebhook`. */
export type Webhook = Schemas['Webhook'];
/** Part of `WebhookDelivery`. */
export type WebhookAttempt = Schemas['WebhookAttempt'];
/** Answer of `testWebhook`, `redeliverWebhook`. */
export type WebhookDelivery = Schemas['WebhookDelivery'];
/** Answer of `listWebhookDeliveries`. */
export type WebhookDeliveryPage = Schemas['WebhookDeliveryPage'];
/** Told by `type`. Types will be added: a receiver answers 2xx to one that it does not know. */
export type WebhookEvent = Schemas['WebhookEvent'];
/** Answer of `listWebhooks`. */
export type WebhookPage = Schemas['WebhookPage'];
/** Body of `createWebhook`. */
export type WebhookRequest = Schemas['WebhookRequest'];
/**
 * Type of an event; `*` is all, also those to come. Part of `Webhook`, `WebhookRequest`,
 * `NewWebhook`, `WebhookUpdate`.
 */
export type WebhookTopic = Schemas['WebhookTopic'];
/** Body of `updateWebhook`. */
export type WebhookUpdate = Schemas['WebhookUpdate'];
/** Part of `OpeningHours`, `OpeningHoursUpdate`, `Rule`, `RuleRequest`. */
export type Weekday = Schemas['Weekday'];
