import './person-lane.css';

import { type Report } from '@eyeline/client/browser';
import { useLayoutEffect, useRef } from 'react';

import { EMOTIONS } from '../emotions/emotions.js';
import { useColours } from '../theme/use-colours.js';
import { PLOT, timeScale } from './plot-frame.js';
import { type TimeRange } from './time-range.js';

interface PersonLaneProps {
  readonly name: string;
  readonly label: string;
  readonly episodes: Report['episodes'];
  readonly eyeContact: Report['eye_contact']['episodes'];
  readonly range: TimeRange;
  readonly width: number;
}

const HEIGHT = 26;
const EMOTION_HEIGHT = 14;
const RIBBON = { top: 18, height: 8 };

const COLOURS = [
  ...EMOTIONS.map((emotion) => `emotion-${emotion}` as const),
  ...(['eye-contact', 'surface-sunken'] as const),
] as const;

/** The course of one person: above which expression prevails, below the ribbon of eye contact. */
export function PersonLane({ name, label, episodes, eyeContact, range, width }: PersonLaneProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useColours(COLOURS);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (canvas.current === null || context === null || context === undefined) return;
    const scale = window.devicePixelRatio;
    canvas.current.width = Math.round(width * scale);
    canvas.current.height = HEIGHT * scale;
    canvas.current.style.width = `${width}px`;
    canvas.current.style.height = `${HEIGHT}px`;
    context.scale(scale, scale);
    const [ribbon, ground] = colours.slice(EMOTIONS.length);
    const { xOf } = timeScale(width, range.fromS, range.toS);
    const right = width - PLOT.right;
    const fill = (colour: string, startS: number, endS: number, top: number, height: number): void => {
      if (endS < range.fromS || startS > range.toS) return;
      const from = Math.max(PLOT.left, xOf(startS));
      context.fillStyle = colour;
      context.fillRect(from, top, Math.max(1, Math.min(right, xOf(endS)) - from), height);
    };
    fill(ground, range.fromS, range.toS, 0, EMOTION_HEIGHT);
    fill(ground, range.fromS, range.toS, RIBBON.top, RIBBON.height);
    for (const { emotion, start_s: startS, end_s: endS } of episodes) {
      fill(colours[EMOTIONS.indexOf(emotion)], startS, endS, 0, EMOTION_HEIGHT);
    }
    for (const { start_s: startS, end_s: endS } of eyeContact) {
      fill(ribbon, startS, endS, RIBBON.top, RIBBON.height);
    }
  }, [episodes, eyeContact, range, width, colours]);
  return (
    <div className="person-lane">
      <span>{name}</span>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
