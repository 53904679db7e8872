import { englishWalk } from '../../testing/english-loads.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { press, untilText } from '../../testing/tree.ts';
import { dated, relabel, settingsScenes as scenes } from './testing/settings-scenes.ts';
import { show } from './testing/settings-stage.ts';
import './territory-settings.ts';

describe('<sas-territory-settings>, its English', () => {
  const fake = new FakeClock();
  beforeEach(() => fake.install());
  afterEach(() => fake.restore());

  it('is loaded moment by moment', async () => {
    const loaded = englishWalk('sas-territory-settings');
    const element = await show(scenes.form);
    await relabel(element);
    dated(element);
    await loaded('French');
    element.lang = 'en';
    await untilText(element, 'Settings of the territory');
    await loaded('opening');
    press(element, 'See what the public will see');
    await untilText(element, 'Now, without this change');
    await loaded('preview');
  });
});
