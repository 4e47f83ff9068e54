"""What is true of a picture, read off the head that was drawn: one line of truth.jsonl."""
import numpy as np
from PIL import Image, ImageDraw

from .camera import angles, pose

CONTACT_DEG = 12.             # as the product's default
OUTLINE = [*range(17), *range(26, 16, -1)]
MM_A_UNIT = .9


def describe(scene, head, spoil, name, picture):
    """picture: RGB as it was written."""
    k = 1 / spoil.reduce
    camera, look = scene.camera, head.look
    points = camera.project(head.landmarks) * k
    pupils = camera.project(np.stack([eye.pupil for eye in head.eyes])) * k
    along = head.ray.T                                                       # camera coordinates -> the ray's
    luma = np.asarray(Image.fromarray(picture).convert('L'), float)
    face = face_mask(points, luma.shape)
    return {
        'file': name, 'width': picture.shape[1], 'height': picture.shape[0], 'focal_px': camera.focal * k,
        'person': look.person, 'expression': look.expression, 'expression_strength': round(look.strength if look.expression != 'neutral' else 1, 3),
        'face_width_px': round(float(np.ptp(points[:, 0])), 2), 'distance_mm': round(scene.distance * MM_A_UNIT, 1),
        'head_pose': named(pose(head.turn), 'yaw', 'pitch', 'roll'), 'head_pose_to_ray': named(pose(along @ head.turn), 'yaw', 'pitch', 'roll'),
        'gaze': named(angles(head.sight), 'yaw', 'pitch'), 'gaze_to_ray': named(angles(along @ head.sight), 'yaw', 'pitch'),
        'camera_angle_deg': round(head.camera_angle, 3), 'lids_shut': round(look.lids, 3), 'lid_opening': round(head.lid_opening, 4),
        'eyes_open': head.eyes_open, 'looking_at_camera': head.eyes_open and head.camera_angle <= CONTACT_DEG,
        'pupils': pixels(pupils), 'landmarks': pixels(points),
        'brightness': round(float(luma[face].mean()) if face.any() else float(luma.mean()), 1),
        'light': named(angles(np.array(scene.towards)), 'yaw', 'pitch') | {'ambient': round(scene.ambient, 3)},
        'blur_px': round(spoil.blur, 3), 'noise': round(spoil.noise, 2), 'jpeg_quality': spoil.quality,
        'glasses': None if scene.glasses is None else {'reflections': round(scene.glasses['windows'][0]['alpha'], 3)},
    }


def face_mask(points, shape):
    """The pixels within brows and outline."""
    image = Image.new('1', shape[::-1])
    ImageDraw.Draw(image).polygon([(float(x) - .5, float(y) - .5) for x, y in points[OUTLINE]], fill=1)
    return np.asarray(image)


def named(values, *names):
    return {name: round(float(value), 3) for name, value in zip(names, values)}


def pixels(points):
    return [[round(float(x), 2), round(float(y), 2)] for x, y in points]
