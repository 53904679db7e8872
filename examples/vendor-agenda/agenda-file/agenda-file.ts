import type { BookingMode, DayOfWeek, Modality, StructureIds, Visibility } from '@sas-kit/fhir';
import type { Audience } from '@sas-kit/connector';

/** The agenda file, `agenda.schema.json`: values are as a practice typed them. */
export interface AgendaFile {
  readonly vendor?: { readonly name?: string; readonly identifierSystem?: string };
  readonly practitioners: readonly FilePractitioner[];
  readonly places: readonly FilePlace[];
  readonly communities?: readonly FileCommunity[];
  readonly associations?: readonly FileAssociation[];
  readonly slots: readonly FileSlot[];
}

export interface FilePractitioner {
  readonly id: string;
  readonly nationalId: string;
  readonly family: string;
  readonly given?: string;
  readonly phone?: string;
  readonly specialties?: readonly string[];
  /** Default true. */
  readonly consent?: boolean;
  /** Default false. */
  readonly publicDisplay?: boolean;
}

/** A practice; a site of an association has a name and opening hours besides. */
export interface FilePlace {
  readonly id: string;
  readonly name?: string;
  readonly structure?: StructureIds;
  readonly line: string;
  readonly postalCode: string;
  readonly city: string;
  readonly phone?: string;
  /** WGS 84, decimal degrees. */
  readonly lat?: number;
  readonly lon?: number;
  /** IANA name. Default: the zone of the postal code. */
  readonly timeZone?: string;
}

export interface FileCommunity {
  readonly id: string;
  readonly finess: string;
  readonly name?: string;
  readonly phone?: string;
}

export interface FileOpeningHours {
  readonly days?: readonly DayOfWeek[];
  readonly opens?: string;
  readonly closes?: string;
}

export interface FileSite extends FilePlace {
  readonly name: string;
  readonly openingHours?: readonly FileOpeningHours[];
}

export interface FileAssociation {
  readonly id: string;
  readonly siret: string;
  readonly name?: string;
  readonly sites: readonly FileSite[];
}

/** A slot of a practitioner at a place, or of a site. */
export interface FileSlot {
  readonly id: string;
  readonly practitioner?: string;
  readonly place?: string;
  readonly site?: string;
  readonly startsIn?: string;
  readonly start?: string;
  readonly minutes: number;
  readonly status?: 'free' | 'busy';
  readonly visibility: readonly Visibility[];
  readonly modalities?: readonly Modality[];
  readonly booking?: BookingMode;
  readonly reasons?: readonly string[];
  readonly specialties?: readonly string[];
  readonly communities?: readonly string[];
  readonly url?: string;
  readonly consent?: boolean;
  readonly capacity?: number;
  readonly audience?: Audience;
  readonly publicDisplay?: boolean;
}
