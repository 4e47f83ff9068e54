import { makeFace } from './frame-record.factory.js';
import { writeOverlayEvents, writeOverlayHead } from './overlay-script.js';

const size = { sourceWidth: 1280, sourceHeight: 720, width: 640, height: 360 };
const face = makeFace({ x: 200, y: 100, w: 200, h: 200 });
const settings = { size, stepS: 0.2, endS: 100 };

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

it('states the size of the picture, so that every number is a pixel of it', () => {
  expect(writeOverlayHead(size)).toContain('PlayResX: 640\nPlayResY: 360\n');
});

it('draws box, arrow and label from one record to the next, moving along', () => {
  const later = { ...face, region: { x: 220, y: 100, w: 200, h: 200 } };
  const [box, arrow, label] = linesOf(
    writeOverlayEvents({ t_s: 61.2, faces: [face] }, { t_s: 61.4, faces: [later] }, settings),
  );
  for (const line of [box, arrow, label]) expect(line).toMatch(/^Dialogue: 0,0:01:01\.20,0:01:01\.40,/);
  // Scaled by a half: 200 -> 100, and 220 -> 110.
  expect(box).toContain('\\move(100.0,50.0,110.0,50.0)');
  expect(box).toContain('m 0 0 l 100 0 100 100 0 100 m 2 2 l');
  // From between the eyes, to the right.
  expect(arrow).toMatch(/\\move\(150\.0,88\.0,160\.0,88\.0\)/);
  expect(label).toContain('#1 happy 90 %');
});

it('shows a face that is not seen again no longer than one and a half samples', () => {
  const [record, next] = [3600, 3700].map((t_s) => ({ t_s, faces: [face] }));
  const text = writeOverlayEvents(record, next, { ...settings, endS: 3700 });
  expect(linesOf(text)[0]).toMatch(/^Dialogue: 0,1:00:00\.00,1:00:00\.30,/);
  expect(writeOverlayEvents({ t_s: 99.9, faces: [face] }, null, settings)).toContain(
    ',0:01:39.90,0:01:40.00,',
  );
  expect(writeOverlayEvents({ t_s: 100, faces: [face] }, null, settings)).toBe('');
});

it('marks who looks at the camera, and draws no arrow for whom it would be a dot', () => {
  const looking = makeFace(face.region, { gaze: { yaw: 1, pitch: -1 }, eye_contact: true });
  const lines = linesOf(writeOverlayEvents({ t_s: 1, faces: [looking] }, null, settings));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('●');
});

it('points up for a pitch above zero, and puts the label inside at the top of the picture', () => {
  const up = makeFace({ x: 0, y: 2, w: 400, h: 400 }, { gaze: { yaw: 0, pitch: 30 } });
  const [, arrow, label] = linesOf(writeOverlayEvents({ t_s: 1, faces: [up] }, null, settings));
  const y = Number(/\\move\([^,]+,([^,]+),/.exec(arrow)![1]);
  expect(y).toBeCloseTo(1 + 0.42 * 200 - 110, 0);
  expect(label).toContain('\\an7');
});

it('keeps the label of whom stands at the right side in the picture', () => {
  const aside = makeFace({ x: 1200, y: 300, w: 60, h: 80 });
  const label = linesOf(writeOverlayEvents({ t_s: 1, faces: [aside] }, null, settings)).at(-1);
  expect(label).toContain('\\an3\\move(630.0,');
});
