import { type Emotion } from '../emotions/emotions.js';
import { type LiveFace, type LiveView } from './live-runner.js';

export interface Pen {
  readonly colourOf: (emotion: Emotion) => string;
  readonly nameOf: (face: LiveFace, index: number) => string;
}

/** Boxes, names and landmarks over a mirrored picture; the writing is not mirrored. */
export function drawFaces(canvas: HTMLCanvasElement, { faces, width, height }: LiveView, pen: Pen): void {
  const scale = Math.max(1, Math.round(window.devicePixelRatio));
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(scale, scale);
  faces.forEach((face, index) => {
    const { x, y, w, h } = face.region;
    const left = width - x - w;
    context.lineWidth = 3;
    context.strokeStyle = '#000000a0';
    context.strokeRect(left, y, w, h);
    context.lineWidth = 1.6;
    context.strokeStyle = face.eye_contact ? '#7ff0c0' : '#ffffff';
    // Solid when the eyes meet the camera, dashed when not: not by colour alone.
    context.setLineDash(face.eye_contact ? [] : [6, 5]);
    context.strokeRect(left, y, w, h);
    context.setLineDash([]);
    drawPoints(context, face, left);
    drawName(context, pen.nameOf(face, index), pen.colourOf(face.dominant_emotion), left, y);
  });
}

function drawPoints(
  context: CanvasRenderingContext2D,
  { landmarks, region: { y, w, h } }: LiveFace,
  left: number,
): void {
  context.fillStyle = '#ffffff';
  for (const [px, py] of landmarks ?? []) {
    context.beginPath();
    context.arc(left + (1 - px) * w, y + py * h, 1.3, 0, 2 * Math.PI);
    context.fill();
  }
}

const NAME_HEIGHT = 20;

function drawName(
  context: CanvasRenderingContext2D,
  name: string,
  colour: string,
  left: number,
  top: number,
): void {
  context.font = '600 13px system-ui, sans-serif';
  const at = Math.max(0, top - NAME_HEIGHT - 3);
  const { width } = context.measureText(name);
  context.fillStyle = '#000000c0';
  context.fillRect(left, at, width + 26, NAME_HEIGHT);
  context.fillStyle = colour;
  context.fillRect(left + 5, at + 5, 10, 10);
  context.fillStyle = '#ffffff';
  context.textBaseline = 'middle';
  context.fillText(name, left + 20, at + NAME_HEIGHT / 2 + 1);
}
