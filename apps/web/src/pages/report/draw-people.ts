import { type Emotion } from '../../emotions/emotions.js';
import { type SeenPerson } from '../../frames/faces-at.js';

export interface Pen {
  readonly colourOf: (emotion: Emotion) => string;
  readonly nameOf: (person: SeenPerson) => string;
}

const NAME_HEIGHT = 20;

/** Boxes and names over a picture of a video that is so many pixels wide; drawn anew each time. */
export function drawPeople(
  canvas: HTMLCanvasElement,
  videoWidth: number,
  people: readonly SeenPerson[],
  pen: Pen,
): void {
  const density = window.devicePixelRatio;
  const { clientWidth, clientHeight } = canvas;
  canvas.width = Math.round(clientWidth * density);
  canvas.height = Math.round(clientHeight * density);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(density, density);
  const scale = clientWidth / videoWidth;
  for (const person of people) {
    const [x, y, w, h] = person.region.map((pixels) => pixels * scale);
    context.lineWidth = 4;
    context.strokeStyle = '#000000a0';
    context.strokeRect(x, y, w, h);
    context.lineWidth = 2;
    context.strokeStyle = person.hasEyeContact ? '#7ff0c0' : '#ffffff';
    // Solid when the eyes meet the camera, dashed when not: not by colour alone.
    context.setLineDash(person.hasEyeContact ? [] : [6, 5]);
    context.strokeRect(x, y, w, h);
    context.setLineDash([]);
    drawName(context, pen.nameOf(person), pen.colourOf(person.emotion), x, y, clientWidth);
  }
}

function drawName(
  context: CanvasRenderingContext2D,
  name: string,
  colour: string,
  x: number,
  y: number,
  width: number,
): void {
  context.font = '600 13px system-ui, sans-serif';
  const length = context.measureText(name).width + 26;
  const left = Math.max(0, Math.min(x, width - length));
  const top = Math.max(0, y - NAME_HEIGHT - 3);
  context.fillStyle = '#000000c0';
  context.fillRect(left, top, length, NAME_HEIGHT);
  context.fillStyle = colour;
  context.fillRect(left + 5, top + 5, 10, 10);
  context.fillStyle = '#ffffff';
  context.textBaseline = 'middle';
  context.fillText(name, left + 20, top + NAME_HEIGHT / 2 + 1);
}
