"""What cameras and encoders do to a picture: light, blur, noise, JPEG."""
import io

import numpy as np
from PIL import Image, ImageFilter


def spoil(image, random):
    """@param image uint8 [h, w]"""
    if random.random() < 0.85:
        image = relight(image, random)
    picture = Image.fromarray(image)
    if random.random() < 0.2:
        picture = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.4)))
    if random.random() < 0.25:
        picture = compress(picture, int(random.integers(20, 80)))
    image = np.asarray(picture)
    if random.random() < 0.3:
        image = np.clip(image + random.normal(0, random.uniform(2, 14), image.shape), 0, 255).astype(np.uint8)
    return image


def relight(image, random):
    """Contrast, brightness and gamma by a table; sometimes one side is darker."""
    levels = np.arange(256) / 255
    levels = levels ** np.exp(random.uniform(-0.6, 0.6))
    levels = (levels - 0.5) * random.uniform(0.5, 1.25) + 0.5 + random.uniform(-0.22, 0.22)
    image = np.clip(levels * 255, 0, 255).astype(np.uint8)[image]
    if random.random() < 0.25:
        slope = np.linspace(1, random.uniform(0.3, 1), image.shape[1])
        image = (image * (slope if random.random() < 0.5 else slope[::-1])).astype(np.uint8)
    return image


def compress(picture, quality):
    held = io.BytesIO()
    picture.save(held, 'JPEG', quality=quality)
    return Image.open(held).convert('L')
