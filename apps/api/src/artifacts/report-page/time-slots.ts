import { type Span, type TimeScale } from './time-scale.js';

/** A stretch of slots, `from` included, `to` not, that are drawn alike. */
export interface SlotRun<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** How much of each slot of the chart spans cover, 0-1. However many spans there are, the slots bound what is drawn. */
export function coverSlots(spans: readonly Span[], scale: TimeScale): Float64Array {
  const covered = new Float64Array(scale.slots);
  for (const { start_s, end_s } of spans) {
    const [from, to] = [scale.slotAt(start_s), scale.slotAt(end_s)];
    for (let slot = Math.floor(from); slot < to && slot < covered.length; slot++) {
      covered[slot] = Math.min(1, covered[slot] + Math.min(to, slot + 1) - Math.max(from, slot));
    }
  }
  return covered;
}

/** Slots of equal value in a row, as one; those without a value (null) are left out. */
export function joinSlots<T>(values: readonly (T | null)[]): SlotRun<T>[] {
  const runs: SlotRun<T>[] = [];
  values.forEach((value, slot) => {
    const last = runs.at(-1);
    if (value === null) return;
    if (last?.to === slot && last.value === value) runs[runs.length - 1] = { ...last, to: slot + 1 };
    else runs.push({ from: slot, to: slot + 1, value });
  });
  return runs;
}
