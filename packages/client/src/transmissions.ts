/**
 * `client.transmissions`: what dispatch software is told of appointments (INT_L02).
 *
 * @module
 */
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { TerritoryDispatch, Transmission } from './types.ts';

/** Messages to dispatch software by the Hub Santé. How far one is stands in its appointment. */
export interface TransmissionsResource {
  /**
   * Tells dispatch software about an appointment once more (`retryTransmission`).
   *
   * @throws ConflictError `invalid-transition` when it has it already, or where there is nobody to tell
   */
  retry(appointmentId: string, options?: CallOptions): Promise<Transmission>;
  /** Which dispatch software a territory's desk works with (`getTerritoryDispatch`); for who leads it. */
  dispatch(territoryId: string, options?: CallOptions): Promise<TerritoryDispatch>;
  /** Says which it is from now on; null ends it (`replaceTerritoryDispatch`). */
  replaceDispatch(
    territoryId: string,
    dispatch: TerritoryDispatch,
    options?: CallOptions,
  ): Promise<TerritoryDispatch>;
}

/** `client.transmissions` over a transport of one's own. */
export function transmissionsResource({ request }: Transport): TransmissionsResource {
  const dispatch = '/v1/territories/{territoryId}/dispatch' as const;
  return {
    retry: (appointmentId, options) =>
      request('POST', '/v1/appointments/{appointmentId}/transmission', {
        ...options,
        path: { appointmentId },
      }),
    dispatch: (territoryId, options) =>
      request('GET', dispatch, { ...options, path: { territoryId } }),
    replaceDispatch: (territoryId, body, options) =>
      request('PUT', dispatch, { ...options, path: { territoryId }, body }),
  };
}
