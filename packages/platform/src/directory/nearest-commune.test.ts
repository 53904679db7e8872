import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestCommune } from './nearest-commune.ts';
import { allPlaces } from './places.ts';

test('a point is in the commune whose centre is nearest', () => {
  const points: [lat: number, lon: number, label: string | null][] = [
    [49.49, 0.11, 'Le Havre'],
    [49.7585, 0.373, 'Fécamp'],
    [-20.879, 55.448, 'Saint-Denis'],
    [48.0, -30, null],
    [0, 0, null],
    [52.52, 13.4, null],
    [90, 180, null],
    [-90, -180, null],
  ];
  for (const [lat, lon, label] of points) {
    assert.equal(nearestCommune(lat, lon)?.label ?? null, label, `${lat} ${lon}`);
  }
});

test('the centre of every department is in a commune of its zone', () => {
  for (const { kind, lat, lon, code, timeZone } of allPlaces()) {
    if (kind !== 'department') continue;
    // The centres of archipelagos lie in the sea.
    const found = nearestCommune(lat, lon);
    assert.ok(found !== null || ['986', '987', '988'].includes(code), code);
    if (found !== null) assert.equal(found.timeZone, timeZone, code);
  }
});
