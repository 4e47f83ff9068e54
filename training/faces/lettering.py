"""Lettering, signs and simple drawings: what detectors of faces like to take for one."""
import functools
import glob
import string

import numpy as np
from PIL import Image, ImageDraw, ImageFont

# Those of Debian's fonts-dejavu-core and of whatever else is installed.
FONTS = sorted(glob.glob('/usr/share/fonts/**/*.ttf', recursive=True))

CHARACTERS = string.ascii_letters + string.digits + '&%$#@?!oO00O8BQGSao'


def paper(side, random):
    """A plain ground with a slope of light."""
    low, high = sorted(random.integers(0, 256, 2))
    slope = np.linspace(low, high, side)
    rows = slope[None, :] if random.random() < 0.5 else slope[:, None]
    return Image.fromarray(np.broadcast_to(rows, (side, side)).astype(np.uint8))


def draw(image, random, few=False):
    """Onto a picture of mode L: lines of letters, and shapes."""
    canvas = ImageDraw.Draw(image)
    side = image.width
    for _ in range(random.integers(1, 3 if few else 7)):
        ink = int(random.integers(0, 256))
        if random.random() < 0.65:
            letters(canvas, side, ink, random, few)
        else:
            shape(canvas, side, ink, random, few)


def letters(canvas, side, ink, random, few):
    height = int(np.exp(random.uniform(np.log(8), np.log(side * (0.2 if few else 0.7)))))
    text = ''.join(random.choice(list(CHARACTERS), random.integers(1, 12)))
    place = random.uniform(-0.2, 0.9, 2) * side
    edge = int(random.integers(0, 3))
    font = font_of(FONTS[random.integers(len(FONTS))], height // 4 * 4)
    canvas.text(tuple(place), text, ink, font=font, stroke_width=edge, stroke_fill=int(random.integers(0, 256)))


@functools.lru_cache(maxsize=512)
def font_of(path, height):
    return ImageFont.truetype(path, height)


def shape(canvas, side, ink, random, few):
    """Ellipses, boxes, arcs and dots, sometimes two dots side by side: without what makes them a face."""
    size = np.exp(random.uniform(np.log(6), np.log(side * (0.25 if few else 0.8))))
    x, y = random.uniform(-0.1, 0.9, 2) * side
    box = [x, y, x + size, y + size * random.uniform(0.5, 1.6)]
    width = int(random.integers(1, 1 + max(2, int(size / 8))))
    kind = random.integers(5)
    if kind == 0:
        canvas.ellipse(box, outline=ink, width=width)
    elif kind == 1:
        canvas.ellipse(box, fill=ink)
    elif kind == 2:
        canvas.rectangle(box, outline=ink, width=width)
    elif kind == 3:
        canvas.arc(box, *sorted(random.uniform(0, 360, 2)), fill=ink, width=width)
    else:
        for left in (x, x + size * 0.7):
            canvas.ellipse([left, y, left + size * 0.25, y + size * 0.25], fill=ink)
