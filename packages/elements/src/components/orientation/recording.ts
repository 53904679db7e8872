import type {
  Appointment,
  AppointmentRequest,
  Hold,
  Orientation,
  OrientationRequest,
} from '@sas-kit/client';
import { resending } from '../../base/sending.ts';
import type { OrientationClient } from './client.ts';

/** The calls that record something: each is sent again under its first key where its answer was lost. */
export class Recording {
  readonly #api: () => OrientationClient;
  readonly #report: (error: unknown) => void;
  /** Records an orientation. @throws SasError */
  readonly create = resending((request: OrientationRequest, options) =>
    this.#api().orientations.create(request, options),
  );
  readonly #book = resending((request: AppointmentRequest, options) =>
    this.#api().appointments.book(request, options),
  );

  /** @param report - tells the page of a failed call */
  constructor(api: () => OrientationClient, report: (error: unknown) => void) {
    this.#api = api;
    this.#report = report;
  }

  /** Books what is kept of a vendor, in one step. @throws SasError */
  book({ id, slot }: Hold): Promise<Appointment> {
    return this.#book({ slotId: slot.id, holdId: id });
  }

  /** The same once its vendor's page is told to have booked it, where the platform takes that word only now. */
  async confirmed(made: Orientation): Promise<Orientation> {
    if (made.appointment?.status !== 'pending') return made;
    try {
      const appointment = await this.#api().appointments.confirm(made.appointment.id);
      return { ...made, appointment, followUp: 'booked' };
    } catch (error) {
      this.#report(error);
      return made;
    }
  }

  /** Cancels; undefined where that failed. */
  async cancel(appointment: Appointment): Promise<Appointment | undefined> {
    try {
      return await this.#api().appointments.cancel(appointment.id);
    } catch (error) {
      this.#report(error);
      return undefined;
    }
  }
}
