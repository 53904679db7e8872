import { expect } from '@open-wc/testing';
import { englishWalk } from '../../testing/english-loads.ts';
import { bookingScenes as scenes, choose, send } from '../../testing/scenes.ts';
import { stage } from '../../testing/stage.ts';
import { press, textOf, until, untilText } from '../../testing/tree.ts';
import './booking.ts';
import type { SasBooking } from './booking.ts';

describe('<sas-booking> in English', () => {
  it('loads its texts moment by moment, none in a French page', async () => {
    const loaded = englishWalk('sas-booking');
    const element = await stage<SasBooking>('sas-booking', scenes.searching);
    await loaded('French');
    element.lang = 'en';
    await untilText(element, 'Find an appointment');
    await until(element, '[data-cell="m-24-0920"]');
    await loaded('opening');
    await choose(element, 'm-24-0920');
    await untilText(element, 'Your contact details');
    await loaded('slot chosen');
    expect(textOf(element)).not.to.match(/Vos coordonnées|undefined/);
    send(element);
    await untilText(element, 'Appointment booked');
    await loaded('booked');
    press(element, 'Cancel or move');
    await untilText(element, 'Move the appointment');
    press(element, 'Move the appointment');
    await untilText(element, 'You are moving the appointment');
    await loaded('another slot');
  });
});
