import { expect, test } from 'vitest';
import { bundleRules } from '../../scripts/rules-bundle.ts';
import { like } from '../rules/cast.ts';
import { bareEngine, quickEngine } from '../rules/engines.ts';

const TIMES = 2000;

test('what a rule costs in QuickJS against V8, an idea of 900 bytes', async () => {
  const source = await bundleRules();
  const words = 'Låsen fryser när det är minusgrader och vi står länge i trapphuset. ';
  const idea = like('idea', { need: words.repeat(6), proposal: words.repeat(4) });
  const rates = [];
  for (const engine of [bareEngine(source), await quickEngine(source)]) {
    engine.measure(idea, 'author', 200);
    rates.push(TIMES / engine.measure(idea, 'author', TIMES));
  }
  const [v8, quick] = rates as [number, number];
  console.log(`rules: V8 ${v8.toFixed(0)} a second, QuickJS ${quick.toFixed(0)}: ${(v8 / quick).toFixed(1)} to 1`);
  expect(quick).toBeGreaterThan(0);
});
