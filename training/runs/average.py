"""The running average of a network, which is what is shipped."""
import torch


@torch.no_grad()
def follow(average, network, inertia):
    """Of weights, and of what batch norms remember; counters are taken over."""
    for kept, new in zip(average.state_dict().values(), network.state_dict().values()):
        if kept.dtype.is_floating_point:
            kept.lerp_(new, 1 - inertia)
        else:
            kept.copy_(new)
