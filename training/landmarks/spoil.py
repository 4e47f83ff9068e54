"""What cameras and files do to a picture: fewer pixels, light, noise, blur, blocks of JPEG, things in the way."""
import io

import numpy as np
from PIL import Image, ImageFilter

from .crops import View

FILTERS = (Image.BOX, Image.BILINEAR, Image.HAMMING, Image.BICUBIC)


def shrink(image, scale, random):
    """@param scale below 1 @returns the View of a smaller copy, whose pixels lie as they happen to"""
    left, top = random.uniform(0, 1 / scale, 2)
    columns, rows = int((image.width - left) * scale), int((image.height - top) * scale)
    box = (left, top, left + columns / scale, top + rows / scale)
    return View(image.resize((columns, rows), FILTERS[random.integers(len(FILTERS))], box=box), left, top, scale)


def spoil(image, random):
    """A picture of the same size. Most things happen to some pictures, hardly ever all of them."""
    if random.random() < 0.35:
        image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.2)))
    if random.random() < 0.15:
        pen = np.asarray(image).copy()
        high, wide = (np.array(pen.shape) * random.uniform(0.03, 0.3, 2)).astype(int) + 1
        y, x = random.integers(0, pen.shape[0] - high + 1), random.integers(0, pen.shape[1] - wide + 1)
        pen[y:y + high, x:x + wide] = random.integers(256)
        image = Image.fromarray(pen)
    grey = np.asarray(image, np.float32)
    if random.random() < 0.85:
        grey = 255 * (grey / 255) ** np.float32(np.exp(random.normal(0, 0.35)))
        middle = grey.mean()
        grey = (grey - middle) * np.float32(np.exp(random.normal(0, 0.3))) + middle + np.float32(random.normal(0, 20))
    if random.random() < 0.2:
        y, x = np.ogrid[-1:1:grey.shape[0] * 1j, -1:1:grey.shape[1] * 1j]
        grey = grey + np.float32(random.normal(0, 20)) * x.astype(np.float32) + np.float32(random.normal(0, 20)) * y.astype(np.float32)
    if random.random() < 0.5:
        grey = grey + random.standard_normal(grey.shape, np.float32) * np.float32(random.uniform(0.5, 7))
    image = Image.fromarray(np.clip(grey + 0.5, 0, 255).astype(np.uint8))
    if random.random() < 0.4:
        held = io.BytesIO()
        image.save(held, 'JPEG', quality=int(random.integers(25, 92)))
        image = Image.open(held)
        image.load()
    return image
