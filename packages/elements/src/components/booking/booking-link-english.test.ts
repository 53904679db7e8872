import { englishWalk } from '../../testing/english-loads.ts';
import { bookingScenes as scenes } from '../../testing/scenes.ts';
import { stage } from '../../testing/stage.ts';
import { untilText } from '../../testing/tree.ts';
import './booking.ts';
import type { SasBooking } from './booking.ts';

describe('the link of an appointment, in English', () => {
  it('loads neither the search nor the choice of a slot', async () => {
    const loaded = englishWalk('sas-booking');
    const element = await stage<SasBooking>('sas-booking', scenes.managed);
    await loaded('French');
    element.lang = 'en';
    await untilText(element, 'Cancel the appointment');
    await loaded('link opened');
  });
});
