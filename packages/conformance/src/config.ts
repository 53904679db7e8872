import type { GuideVersion, Modality, Visibility } from '@sas-kit/fhir';

/** A practitioner of the vendor, and what an answer must say of them. */
export interface PractitionerFixture {
  /** RPPS with its prefix, `810999001000`. */
  readonly id: string;
  /** All slot types of the slots in the window, no other. */
  readonly slotTypes?: readonly Visibility[];
  /** All consultation types of the slots in the window, no other. */
  readonly consultationTypes?: readonly Modality[];
  /** Telephone as it must be sent, `+33261911020`, however it is stored. */
  readonly phone?: string;
  /** All specialties: codes of TRE-R38, or labels. */
  readonly specialties?: readonly string[];
}

/** A practitioner with times that must never leave: busy, for own patients, without consent … */
export interface KeptFixture {
  readonly id: string;
  /** Starts of those times, instants with offset; those outside the window prove nothing. */
  readonly starts: readonly string[];
}

/** Practitioners of the search INT_R01. Those that have slots have them in the next days. */
export interface PractitionerFixtures {
  /** Consults at exactly one place. */
  readonly onePlace?: PractitionerFixture;
  /** Has slots at exactly two places. */
  readonly twoPlaces?: PractitionerFixture;
  /** Two practitioners with slots. */
  readonly together?: readonly [string, string];
  /** Their identifiers are stored without prefix. */
  readonly unprefixed?: PractitionerFixture;
  /** Known, without any slot. */
  readonly noSlots?: string;
  /** Known to nobody. */
  readonly unknown?: string;
  /** Has slots at a place without telephone, and no telephone of their own. */
  readonly bare?: string;
  /** Has an ADELI number, prefix 0. */
  readonly adeli?: string;
  readonly kept?: KeptFixture;
}

/** Practitioners of the search INT_R04. */
export interface CommunityFixtures {
  /** One place; slots for exactly one CPTS. */
  readonly one?: PractitionerFixture;
  /** Two places; a slot for a CPTS, one for another CPTS, one for both. */
  readonly several?: PractitionerFixture;
}

/** An SOS Médecins association. */
export interface AssociationFixture {
  /** SIRET with its prefix, `390000090200016`. */
  readonly siret: string;
  /** How many of its sites have slots in the window. */
  readonly sites?: number;
  readonly slotTypes?: readonly Visibility[];
  readonly consultationTypes?: readonly Modality[];
}

/** SOS Médecins associations of the endpoint, by their SIRET. */
export interface AssociationFixtures {
  readonly one?: AssociationFixture;
  /** Two SIRET with slots. */
  readonly together?: readonly [string, string];
  /** Its SIRET is stored without prefix. */
  readonly unprefixed?: string;
  readonly noSlots?: string;
  readonly unknown?: string;
}

/** A regulator whose account the run makes and changes. */
export interface RegulatorFixture {
  /** National identifier with its prefix, `3760009001/4242`. Default: a fresh one for each run. */
  readonly id?: string;
  readonly newId?: string;
  readonly email?: string;
  readonly newEmail?: string;
  readonly family?: string;
  readonly given?: string;
}

/** How an endpoint may answer where the guide says nothing. */
export type Leeway = 'refused' | 'empty' | 'either';

/** Choices that the guide leaves to the vendor. */
export interface Policy {
  /** A status other than free. Default `either`. */
  readonly otherStatus: Leeway;
  /** Identifiers of another system. Default `either`. */
  readonly otherSystem: Leeway;
  /** A window whose end comes before its start. Default `either`. */
  readonly upsideDown: Leeway;
  /** Statuses for a request that is malformed. Default: any of 400 to 499. */
  readonly malformed: readonly number[] | null;
  /** Statuses for a request against a rule. Default: any of 400 to 499. */
  readonly rule: readonly number[] | null;
  /** A base address in clear is admitted on the loopback only, unless this is true. Default false. */
  readonly clearText: boolean;
}

/** A client certificate: in the file, paths to PEM files; once read, their text. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
  readonly passphrase?: string;
}

/** Certificates that the checks of mutual TLS call with. */
export interface TlsConfig {
  /** Authorities that the endpoint's certificate is verified with. Default: those of Node. */
  readonly authorities?: string;
  readonly valid?: Identity;
  readonly badCommonName?: Identity;
  readonly badOrganizationalUnit?: Identity;
  readonly revoked?: Identity;
}

/** Arrival by single sign-on (flow V2). */
export interface SignOnConfig {
  /** Name that SAS goes by in `origin`. Default `sas-preprod`, as the official kit. */
  readonly origin?: string;
  /**
   * Hosts of Pro Santé Connect, with their subdomains: a redirect there is not followed. Default
   * `esante.gouv.fr` and `esw.esante.gouv.fr`.
   */
  readonly identityProviders?: readonly string[];
  /**
   * Why nobody arrives from SAS at the page of a slot: `sso/with-origin` is skipped, with this reason. For
   * an endpoint whose slots are not booked in a practitioner's agenda; who is not sent by SAS is kept out
   * all the same.
   */
  readonly notApplicable?: string;
}

/** A platform that takes appointments (INT_R03), seen by an editor: `--appointments`. */
export interface AppointmentsConfig {
  /** System of the editor's identifiers of appointments. */
  readonly system?: string;
  /** National identifier of a regulator that the platform knows. */
  readonly regulator?: string;
  /** National identifier of a practitioner of the editor. */
  readonly practitioner?: string;
  /** Headers that the editor is known by, `{"authorization": "Bearer …"}`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers of another editor, who may not touch the appointments of the first. */
  readonly otherEditor?: Readonly<Record<string, string>>;
}

/** Where a dispatch program tells what it shows, for the checks of its screens. */
export interface DispatchDoor {
  /**
   * `GET {url}?appointmentId=…` answers a JSON list of what the program shows under that id, members
   * named as in RS-SAS-RDV; `exercise: true` marks what is shown apart.
   */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A dispatch program that takes appointments from the Hub (INT_L02): `--lrm`. */
export interface DispatchConfig {
  /** Its id on the Hub, `fr.health.test.samu760`: names its queues. */
  readonly client: string;
  /** Id that the run sends under. Default `fr.health.test.ptfsas`. */
  readonly platform?: string;
  /** Longest wait for the program to connect, in seconds. Default 120. */
  readonly startSeconds?: number;
  /** Without it the checks of screens are skipped. */
  readonly door?: DispatchDoor;
}

/** What no machine can see: the official declarations 2.01 to 2.06, as the vendor gives them. */
export interface Declared {
  readonly rppsUsed?: boolean;
  readonly rppsMandatory?: boolean;
  readonly structureIdsUsed?: boolean;
  readonly healthDataHosting?: boolean;
  readonly twoFactors?: boolean;
  readonly lockOut?: boolean;
  /** 6.2.01: a regulator who has logged in by Pro Santé Connect arrives in the agenda. */
  readonly singleSignOn?: boolean;
}

/** What an answer may take. */
export interface Limits {
  /** Longest wait for an answer, in ms. Default 10,000. */
  readonly deadlineMs: number;
  /** Largest answer that is read, in bytes once decompressed. Default 20,000,000. */
  readonly maxBytes: number;
  /** Within this a search of one practitioner must be answered, in ms. Default 1,000. */
  readonly responseMs: number;
  /** Within this a search of 25 must be answered, in ms. Default 7,000. */
  readonly fullResponseMs: number;
}

/** The configuration, read and with its defaults. */
export interface Config {
  readonly guide: GuideVersion;
  readonly practitioners: PractitionerFixtures;
  readonly cpts: CommunityFixtures;
  readonly sos: AssociationFixtures;
  /** Null: the endpoint holds no accounts of regulators. */
  readonly regulators: RegulatorFixture | null;
  readonly tls: TlsConfig | null;
  /** Of each request but those that ask as nobody; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sso: SignOnConfig;
  readonly appointments: AppointmentsConfig;
  /** Null: no dispatch program is tested. */
  readonly lrm: DispatchConfig | null;
  readonly policy: Policy;
  readonly declared: Declared;
  readonly limits: Limits;
}

/**
 * What `--config FILE` holds. Every part is optional: checks whose fixture is missing are skipped.
 * `CONFIG_SCHEMA` says the same as a JSON schema.
 */
export interface ConfigFile {
  readonly $schema?: string;
  /** Version of the guide to conform to. Default `1.1`. */
  readonly guide?: GuideVersion;
  readonly practitioners?: PractitionerFixtures;
  readonly cpts?: CommunityFixtures;
  readonly sos?: AssociationFixtures;
  readonly regulators?: RegulatorFixture;
  /** Paths are relative to the file. */
  readonly tls?: TlsConfig;
  /**
   * Headers of each request but those that ask as nobody: a gateway's, or a token in place of a certificate.
   * A redirect to another server does not carry them.
   */
  readonly headers?: Readonly<Record<string, string>>;
  readonly sso?: SignOnConfig;
  readonly appointments?: AppointmentsConfig;
  readonly lrm?: DispatchConfig;
  readonly policy?: Partial<Policy>;
  readonly declared?: Declared;
  readonly limits?: Partial<Limits>;
}
