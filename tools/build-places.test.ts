import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { buildPlaces, summary, type Place, type Stats } from './build-places.ts';
import { locate, Neighbours } from './places/locate.ts';
import { distanceKm, normaliseName, withoutArticle, type Point } from './places/names.ts';
import { readSources, type Sources } from './places/sources.ts';

/** Measured 2026-11-22: 25.0 % of communes, 84.1 % of the population; less than a point lost. */
const EXACT_SHARE = 0.24;
const EXACT_POPULATION_SHARE = 0.831;

suite('places.json', () => {
  let directory: string;
  let stats: Stats;
  let places: Place[];
  let sources: Sources;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sas-kit-places-'));
    stats = await buildPlaces(join(directory, 'data', 'places.json'));
    places = JSON.parse(await readFile(stats.file, 'utf8')) as Place[];
    sources = await readSources();
  });
  after(() => rm(directory, { recursive: true, force: true }));

  const commune = (insee: string) => {
    const place = places.find((candidate) => candidate.insee === insee);
    assert.ok(place, `no commune ${insee}`);
    return place;
  };
  const department = (code: string) => {
    const place = places.find(({ id }) => id === `department-${code}`);
    assert.ok(place, `no department ${code}`);
    return place;
  };
  const near = (place: Point, lat: number, lon: number, km: number) => {
    const away = distanceKm(place, { lat, lon });
    assert.ok(away <= km, `${away.toFixed(1)} km from ${lat}, ${lon}`);
  };

  test('all of France is in it, once', () => {
    assert.equal(stats.places, places.length);
    assert.equal(new Set(places.map(({ id }) => id)).size, places.length);
    assert.ok(stats.communes >= 34_900 && stats.communes < 35_000, String(stats.communes));
    assert.equal(stats.arrondissements, 45);
    assert.ok(stats.departments >= 101, String(stats.departments));
    for (const code of ['01', '2A', '2B', '76', '95', '971', '976', '978', '986', '987', '988']) {
      assert.equal(department(code).kind, 'department');
    }
  });

  test('every place is complete', () => {
    for (const place of places) {
      const { id, kind, label, code, insee, postcodes, radiusKm, enlargeKm, population } = place;
      assert.ok(label && code && population >= 0, id);
      assert.equal(kind === 'department', insee === null, id);
      assert.ok(radiusKm >= 5 && radiusKm <= 500 && enlargeKm >= 3 && enlargeKm <= 25, id);
      assert.ok(
        postcodes.every((postcode) => /^\d{5}$/.test(postcode)),
        id,
      );
      assert.ok(kind === 'department' || postcodes.length > 0, id);
    }
  });

  test('every place is where its department is, none at zero', () => {
    for (const place of places) {
      assert.ok(Math.abs(place.lat) > 1 || Math.abs(place.lon) > 1, place.id);
      if (place.code.length === 2) {
        assert.ok(place.lat > 41.3 && place.lat < 51.2, place.id);
        assert.ok(place.lon > -5.2 && place.lon < 9.6, place.id);
      }
      // French Polynesia is as wide as Europe.
      if (place.code === '987') continue;
      const centre = department(place.code);
      assert.ok(distanceKm(centre, place) <= centre.radiusKm, `${place.id} ${place.label}`);
    }
  });

  test('the shares have not fallen', () => {
    assert.ok(stats.exactShare >= EXACT_SHARE, String(stats.exactShare));
    assert.ok(stats.exactPopulationShare >= EXACT_POPULATION_SHARE);
    assert.match(summary(stats), /exact coordinates: 2\d\.\d % of communes, 8\d\.\d % of the/);
  });

  test('an estimate by postcode is a few km off at most times', () => {
    const located = locate(sources);
    const neighbours = new Neighbours(sources.communes, located);
    const errors = sources.communes
      .map((each) => ({ each, point: located.get(each.insee)! }))
      .filter(({ each, point }) => !point.approximate && each.department.length === 2)
      .map(({ each, point }) => ({ point, estimate: neighbours.estimate(each) }))
      .filter(({ estimate }) => estimate?.method === 'shared-postcode')
      .map(({ point, estimate }) => distanceKm(point, estimate!))
      .sort((a, b) => a - b);
    assert.ok(errors.length > 5000);
    assert.ok(errors[Math.floor(errors.length * 0.5)]! < 4.5);
    assert.ok(errors[Math.floor(errors.length * 0.9)]! < 9);
  });

  test('the 87 communes of Le Havre – Fécamp are exact', async () => {
    const file = new URL('../data/communes-le-havre-fecamp.json', import.meta.url);
    const list = JSON.parse(await readFile(file, 'utf8')) as {
      communes: { insee: string; name: string; lat: number; lon: number }[];
    };
    assert.equal(list.communes.length, 87);
    for (const { insee, name, lat, lon } of list.communes) {
      const place = commune(insee);
      assert.deepEqual(
        [place.label, place.lat, place.lon, place.approximate],
        [name, lat, lon, false],
      );
    }
    near(commune('76351'), 49.4938, 0.1077, 1);
    near(commune('76259'), 49.7579, 0.3746, 1);
    assert.equal(commune('76351').radiusKm, 10);
    assert.equal(commune('76351').enlargeKm, 5);
  });

  test('INSEE 76600 is Saint-Léonard, postcode 76600 is Le Havre', () => {
    assert.equal(commune('76600').label, 'Saint-Léonard');
    const holders = places.filter(({ postcodes }) => postcodes.includes('76600'));
    assert.deepEqual(
      holders.map(({ label }) => label),
      ['Le Havre'],
    );
  });

  test('Corsica is 2A and 2B', () => {
    near(commune('2A004'), 41.927, 8.737, 3);
    near(commune('2B033'), 42.697, 9.45, 3);
    assert.equal(department('2A').radiusKm, 109);
    assert.equal(commune('2B033').radiusKm, 40);
  });

  test('municipal arrondissements are places of their own', () => {
    const eleventh = commune('75111');
    assert.deepEqual(eleventh.postcodes, ['75011']);
    near(eleventh, 48.859, 2.379, 1);
    near(commune('69383'), 45.76, 4.862, 1.5);
    near(commune('13208'), 43.266, 5.38, 1.5);
    assert.deepEqual(commune('75116').postcodes, ['75016', '75116']);
  });

  test('overseas places keep their own time', () => {
    const zones = {
      '97411': 'Indian/Reunion',
      '97120': 'America/Guadeloupe',
      '97209': 'America/Martinique',
      '97302': 'America/Cayenne',
      '97502': 'America/Miquelon',
      '97611': 'Indian/Mayotte',
      '97701': 'America/St_Barthelemy',
      '97801': 'America/Marigot',
      '98613': 'Pacific/Wallis',
      '98735': 'Pacific/Tahiti',
      '98731': 'Pacific/Marquesas',
      '98818': 'Pacific/Noumea',
      '76351': 'Europe/Paris',
    };
    for (const [insee, zone] of Object.entries(zones)) assert.equal(commune(insee).timeZone, zone);
    near(commune('97411'), -20.88, 55.45, 3);
    near(commune('97120'), 16.24, -61.53, 3);
    for (const zone of new Set(places.map(({ timeZone }) => timeZone))) {
      assert.doesNotThrow(() => new Intl.DateTimeFormat('fr', { timeZone: zone }));
    }
  });

  test('a renamed or merged commune is found by the name GeoNames keeps', () => {
    near(commune('59183'), 51.034, 2.377, 2); // Dunkirk
    near(commune('50129'), 49.639, -1.616, 2); // Cherbourg
    near(commune('76258'), 49.653, 0.592, 2); // Fauville-en-Caux, seat of Terres-de-Caux
    for (const insee of ['59183', '50129', '76258'])
      assert.equal(commune(insee).approximate, false);
  });

  test('a namesake elsewhere in the department is not taken', () => {
    near(commune('29113'), 48.647, -3.716, 2); // two Lanmeur in Finistère
    const orival = commune('76486'); // GeoNames knows the name near Dieppe only
    assert.ok(orival.approximate);
    near(orival, 49.319, 0.996, 10);
  });

  test('what was located by hand still has its official name', () => {
    const labels = new Map(sources.communes.map(({ insee, label }) => [insee, label]));
    for (const { insee, name } of sources.byHand) assert.equal(labels.get(insee), name);
    for (const insee of Object.keys(sources.aliases)) {
      assert.equal(commune(insee).approximate, false, insee);
    }
  });
});

test('spellings of one place name become one', () => {
  const spellings = [
    ['Saint-Étienne-lès-Remiremont', 'St Etienne les Remiremont'],
    ['Sainte-Adresse', 'STE-ADRESSE'],
    ['Schœlcher', 'Schoelcher'],
    ["L'Haÿ-les-Roses", 'L’Hay les Roses'],
  ];
  for (const [one, other] of spellings) assert.equal(normaliseName(one!), normaliseName(other!));
  assert.equal(withoutArticle(normaliseName("L'Île-des-Pins")), 'ile des pins');
  assert.equal(withoutArticle('lens'), 'lens');
});
