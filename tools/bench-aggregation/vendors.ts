/** The vendors, in a process of their own: told by messages to misbehave, asked by others how often they were called. */
import type { Fault } from '../../examples/vendor-simulator/conduct.ts';
import { startSimulator } from '../../examples/vendor-simulator/simulator.ts';
import { simulatorOptions, type WorldSettings } from './world.ts';

/** What the parent asks: the calls so far, or that a vendor misbehaves from now on. */
export type ToVendors =
  { readonly calls: true } | { readonly vendor: number; readonly fault: Fault | null };

const simulator = await startSimulator(
  simulatorOptions(JSON.parse(process.argv[2]!) as WorldSettings),
);
process.on('message', (message: ToVendors) => {
  if ('calls' in message) process.send!(simulator.vendors.map(({ requests }) => requests));
  else simulator.vendors[message.vendor]!.misbehave(message.fault);
});
process.on('disconnect', () => process.exit());
process.send!(simulator.vendors.map(({ base }) => base));
