"""
Muon (Jordan 2024, https://kellerjordan.github.io/posts/muon/) for networks of convolutions and batch norms, which learn in
far fewer epochs by it than by SGD. torch.optim.Muon takes matrices alone.
"""
import torch
from torch import nn

# Of the quintic that pushes all singular values towards 1, from the source above; that takes five steps, these networks learned by three.
QUINTIC = (3.4445, -4.7750, 2.0315)
STEPS = 3

# Rate of orthogonal steps, of that of the others: 0.02 of 0.1 (0.08 was worse).
ORTHOGONAL_SHARE = 0.2


class Muon(torch.optim.Optimizer):
    """
    Steps of convolutions before a batch norm are made orthogonal, and their weights keep a norm of sqrt(outputs), since
    the batch norm takes out any scale. Everything else is learned by SGD with Nesterov.

    @param network its convolutions without offsets are taken for those before a batch norm
    """

    def __init__(self, network, rate, momentum, weight_decay):
        matrices = [module.weight for module in network.modules() if isinstance(module, nn.Conv2d) and module.bias is None]
        known = set(matrices)
        others = [p for p in network.parameters() if p not in known]
        super().__init__([
            {'params': matrices, 'peak': ORTHOGONAL_SHARE * rate, 'orthogonal': True},
            {'params': [p for p in others if p.ndim > 1], 'peak': rate, 'weight_decay': weight_decay},
            {'params': [p for p in others if p.ndim <= 1], 'peak': rate},
        ], {'lr': rate, 'momentum': momentum, 'weight_decay': 0.0, 'orthogonal': False})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is None:
                    continue
                state = self.state[p]
                if not state:
                    state['momentum'] = torch.zeros_like(p)
                running = state['momentum']
                if group['orthogonal']:
                    running.lerp_(p.grad, 1 - group['momentum'])
                    change = orthogonal(p.grad.lerp(running, group['momentum']))
                    p.mul_(len(p) ** 0.5 / p.norm())
                else:
                    gradient = p.grad.add(p, alpha=group['weight_decay'])
                    running.mul_(group['momentum']).add_(gradient)
                    change = gradient.add(running, alpha=group['momentum'])
                p.add_(change, alpha=-group['lr'])


def orthogonal(gradient):
    """
    @param gradient [outputs, ...]
    @returns the same shape; as a matrix [outputs, inputs] its singular values lie near 1 (near sqrt(outputs / inputs)
        where it has more outputs)
    """
    a, b, c = QUINTIC
    matrix = gradient.flatten(1)
    outputs, inputs = matrix.shape
    tall = outputs > inputs
    x = (matrix.T if tall else matrix) / matrix.norm().clamp(min=1e-7)
    for _ in range(STEPS):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    x = x.T if tall else x
    return (x * max(1, outputs / inputs) ** 0.5).reshape(gradient.shape)
