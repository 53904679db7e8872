import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import { type Columns, percent, ratio, tell, type Telling, type Told } from './figures.ts';
import type { CountedOrientations, OrientationCounts } from './orientation-counts.ts';

type Figures = components['schemas']['OrientationFigures'];
type Name = keyof OrientationCounts;

const COLUMNS: Columns<Name> = {
  names: [
    'orientations',
    'advice',
    'unscheduledConsultation',
    'emergencyDepartment',
    'ambulance',
    'smur',
    'otherPrehospitalTeam',
    'booked',
    'bookedWithin48h',
    'honoured',
    'noShows',
    'ownDoctorAsked',
    'withoutOwnDoctor',
    'overbookingCalls',
    'overbookingAccepted',
  ],
  sums: (cells, difference) => {
    const { orientations, advice, unscheduledConsultation, emergencyDepartment } = cells;
    const { ambulance, smur, otherPrehospitalTeam, booked, ownDoctorAsked } = cells;
    const sent = [emergencyDepartment, ambulance, smur, otherPrehospitalTeam];
    return [
      { total: orientations, parts: [advice, unscheduledConsultation, ...sent] },
      difference(unscheduledConsultation, booked),
      difference(booked, cells.bookedWithin48h),
      difference(booked, cells.honoured),
      difference(booked, cells.noShows),
      difference(orientations, ownDoctorAsked),
      difference(ownDoctorAsked, cells.withoutOwnDoctor),
      difference(cells.overbookingCalls, cells.overbookingAccepted),
    ];
  },
};

/** Figures of periods and of all together, as they are told. */
export function orientationFigures(
  { periods, whole }: { periods: readonly CountedOrientations[]; whole: CountedOrientations },
  timeZone: string,
  telling: Telling,
): { items: Figures[]; total: Figures } {
  const { rows, total } = tell(periods, COLUMNS, telling, whole);
  return {
    items: rows.map((told, at) => toFigures(periods[at]!, told, timeZone, telling)),
    total: toFigures(whole, total, timeZone, telling),
  };
}

function toFigures(
  { from, to, medianDelay, medianKm, placed }: CountedOrientations,
  told: Told<Name>,
  timeZone: string,
  { least }: Telling,
): Figures {
  const { booked, honoured, noShows } = told;
  const expected = honoured === null || noShows === null ? null : honoured + noShows;
  const tellsDistance = booked !== null && placed >= least && medianKm !== null;
  return {
    from: formatInstant(from, timeZone),
    to: formatInstant(to, timeZone),
    ...told,
    bookedPercent: percent(booked, told.unscheduledConsultation),
    within48hPercent: percent(told.bookedWithin48h, booked),
    noShowPercent: percent(noShows, expected),
    withoutOwnDoctorPercent: percent(told.withoutOwnDoctor, told.ownDoctorAsked),
    callsPerOverbooking: ratio(told.overbookingCalls, told.overbookingAccepted),
    medianDelayMinutes: booked === null || medianDelay === null ? null : Math.round(medianDelay),
    medianDistanceKm: tellsDistance ? Math.round(medianKm * 10) / 10 : null,
  };
}
