"""What video does to a face, on batches: float [n, 1, 48, 48], 0..255, in and out. Amounts are one for each face."""
import torch
import torch.nn.functional as F

# Luminance table of the JPEG standard (ITU-T T.81, table K.1).
JPEG_LUMINANCE = torch.tensor(
    [[16, 11, 10, 16, 24, 40, 51, 61],
     [12, 12, 14, 19, 26, 58, 60, 55],
     [14, 13, 16, 24, 40, 57, 69, 56],
     [14, 17, 22, 29, 51, 87, 80, 62],
     [18, 22, 37, 56, 68, 109, 103, 77],
     [24, 35, 55, 64, 81, 104, 113, 92],
     [49, 64, 78, 87, 103, 121, 120, 101],
     [72, 92, 95, 98, 112, 100, 103, 99]], dtype=torch.float32)

# Where FER2013 has the eyes and the mouth (x, y), in sides of the crop: what libs/vision cuts by.
CROP_POINTS = ((0.31, 0.365), (0.68, 0.365), (0.495, 0.79))

# Middle and half breadth of the head in the crop: eyes are 63 mm apart (Dodgson 2004), heads 152 mm broad (ANSUR II, men and women).
MIDDLE = 0.495
HEAD_RADIUS = 0.37 / 63 * 152 / 2


def _cosines():
    k, x = torch.meshgrid(torch.arange(8.), torch.arange(8.), indexing='ij')
    basis = torch.cos((2 * x + 1) * k * torch.pi / 16) / 2
    basis[0] /= 2 ** 0.5
    return basis


def compress(faces, quality):
    """As JPEG of that quality (1..100) leaves it: blocks of 8 x 8 are transformed, rounded to steps, and put back."""
    n, _, height, width = faces.shape
    dct = _cosines().to(faces.device)
    percent = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)
    steps = ((JPEG_LUMINANCE.to(faces.device) * percent[:, None, None] + 50) / 100).floor().clamp(1, 255)
    steps = steps[:, None, None]
    blocks = (faces - 128).reshape(n, height // 8, 8, width // 8, 8).transpose(2, 3)
    values = (dct @ blocks @ dct.T / steps).round() * steps
    blocks = dct.T @ values @ dct
    return (blocks.transpose(2, 3).reshape(n, 1, height, width) + 128).round().clamp(0, 255)


def shrink(faces, side):
    """As a face of `side` pixels, enlarged again, looks."""
    shrunk = faces.clone()
    for size in side.unique().tolist():
        chosen = side == size
        small = F.interpolate(faces[chosen], size=(size, size), mode='area')
        shrunk[chosen] = F.interpolate(small, size=faces.shape[2:], mode='bilinear', align_corners=False)
    return shrunk


def blur(faces, sigma):
    """Gaussian, sigma in pixels of the crop, up to 2."""
    n = len(faces)
    offsets = torch.arange(-6., 7., device=faces.device)
    kernel = torch.exp(-offsets ** 2 / (2 * sigma[:, None] ** 2))
    kernel = kernel / kernel.sum(1, keepdim=True)
    row = F.pad(faces.transpose(0, 1), (6, 6, 6, 6), mode='replicate')
    row = F.conv2d(row, kernel[:, None, None, :], groups=n)
    return F.conv2d(row, kernel[:, None, :, None], groups=n).transpose(0, 1)


def warp(faces, degrees=None, looseness=None, aspect=None, shift=None, mirror=None):
    """
    Turned, seen through a crop `looseness` times as wide (1.43: the face fills 0.7 of it), stretched, moved by shares
    of the side (`shift` [n, 2]) and mirrored. What lies outside repeats the edge.
    """
    n, device = len(faces), faces.device
    none, one = torch.zeros(n, device=device), torch.ones(n, device=device)
    angle = torch.deg2rad(none if degrees is None else degrees)
    looseness = one if looseness is None else looseness
    aspect = one if aspect is None else aspect
    flip = one if mirror is None else torch.where(mirror, -one, one)
    move = torch.zeros(n, 2, device=device) if shift is None else 2 * shift
    cos, sin = torch.cos(angle) * looseness, torch.sin(angle) * looseness
    theta = torch.stack([torch.stack([cos * aspect * flip, -sin, move[:, 0]], 1),
                         torch.stack([sin * flip, cos / aspect, move[:, 1]], 1)], 1)
    grid = F.affine_grid(theta, list(faces.shape), align_corners=False)
    return F.grid_sample(faces, grid, mode='bilinear', padding_mode='border', align_corners=False)


def turn(faces, degrees):
    """
    Turned aside (to the right of the picture where degrees > 0), as if the face lay on an upright cylinder (La Cascia et al. 2000),
    and cut again by its eyes and mouth, as the product does it. What the crop does not show repeats its edge.
    """
    n, _, height, width = faces.shape
    angle = torch.deg2rad(degrees)[:, None]
    eyes_and_mouth = torch.tensor(CROP_POINTS, device=faces.device)
    around = torch.asin((eyes_and_mouth[:, 0] - MIDDLE) / HEAD_RADIUS)
    seen = torch.stack([MIDDLE + HEAD_RADIUS * torch.sin(around + angle), eyes_and_mouth[:, 1].expand(n, -1)], 2)
    x = (torch.arange(width, device=faces.device) + 0.5) / width
    y = (torch.arange(height, device=faces.device) + 0.5) / height
    places = torch.stack([x.expand(height, -1), y[:, None].expand(-1, width)], 2)
    places = places_in(seen, eyes_and_mouth, places.reshape(-1, 2))
    visible = torch.asin(((places[:, :, 0] - MIDDLE) / HEAD_RADIUS).clamp(-1, 1))
    flat = MIDDLE + HEAD_RADIUS * torch.sin((visible - angle).clamp(-torch.pi / 2, torch.pi / 2))
    grid = 2 * torch.stack([flat, places[:, :, 1]], 2).reshape(n, height, width, 2) - 1
    return F.grid_sample(faces, grid, mode='bilinear', padding_mode='border', align_corners=False)


def places_in(points, points_of_crop, places):
    """
    Where `places` [m, 2] of a crop lie that is put by least squares (Umeyama 1991, without reflection) so that `points_of_crop`
    [k, 2] come upon `points` [n, k, 2]: [n, m, 2].
    """
    source = torch.view_as_complex(points_of_crop.contiguous())
    target = torch.view_as_complex(points.contiguous())
    middle, target_middle = source.mean(), target.mean(1, keepdim=True)
    scale = ((source - middle).conj() * (target - target_middle)).sum(1, keepdim=True) / (source - middle).abs().square().sum()
    return torch.view_as_real((torch.view_as_complex(places.contiguous()) - middle) * scale + target_middle)
