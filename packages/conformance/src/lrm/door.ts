import type { ReceivedAppointment } from '@sas-kit/fhir/hub';
import { type Fault, type Fixture, type Scene, Stop } from '../check.ts';
import type { DispatchDoor } from '../config.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Difference } from './differences.ts';

/** An appointment as the program shows it. */
export type Shown = Partial<ReceivedAppointment> & { readonly exercise?: boolean };

/** Where the program tells what it shows. */
export const DOOR: Fixture<DispatchDoor> = {
  path: 'lrm.door',
  of: ({ lrm }) => lrm?.door,
};

/**
 * What the program shows of one appointment.
 *
 * @throws {Stop} when the door does not answer a list.
 */
export async function shownOf(
  scene: Scene,
  appointmentId: string,
): Promise<{ readonly shown: readonly Shown[]; readonly exchange: Exchange }> {
  const { url, headers = {} } = scene.get(DOOR);
  const path = `${url}${url.includes('?') ? '&' : '?'}appointmentId=${encodeURIComponent(appointmentId)}`;
  const exchange = await scene.ask({
    path,
    headers: { accept: 'application/json', ...headers },
    fresh: true,
  });
  const { status, json } = exchange;
  if (status === 200 && Array.isArray(json)) return { shown: json as Shown[], exchange };
  throw new Stop({
    place: 'body',
    rule: 'lrm-door',
    message: {
      fr: `la porte répond ${status} : une liste JSON est attendue, vide si rien n’est montré`,
      en: `the door answers ${status}: a JSON list is expected, empty when nothing is shown`,
    },
    mend: {
      fr: 'GET {door}?appointmentId=… → 200 et [{"appointmentId", "status", "start", …}]',
      en: 'GET {door}?appointmentId=… → 200 and [{"appointmentId", "status", "start", …}]',
    },
    exchange,
  });
}

/**
 * Faults of what is shown. A program that says no more than RECU may need a moment.
 *
 * @param judge what differs; none when it is as it must be.
 */
export async function judgeShown(
  scene: Scene,
  appointmentId: string,
  judge: (shown: readonly Shown[]) => readonly Difference[],
): Promise<readonly Fault[]> {
  const { hub } = scene;
  let last = await shownOf(scene, appointmentId);
  if (hub.receiptIsFinal)
    await hub.look(async () => {
      last = await shownOf(scene, appointmentId);
      return judge(last.shown).length === 0;
    });
  const { shown, exchange } = last;
  return judge(shown).map(([place, found, wanted]): Fault => {
    const [is, expected] = [found, wanted].map((value) => JSON.stringify(value ?? null));
    return {
      place,
      message: { fr: `${is} au lieu de ${expected}`, en: `${is} instead of ${expected}` },
      exchange,
    };
  });
}
