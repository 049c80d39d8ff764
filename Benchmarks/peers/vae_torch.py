"""Microseconds of one training step of a VAE in PyTorch: what `benchmarks train` measures in ours.

usage: python vae_torch.py [--threads N]
"""

import argparse
import statistics
import time

import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bernoulli_loss

SIZES = [("vae-64-32-2-b64", 64, 32, 2, 64), ("vae-784-256-32-b128", 784, 256, 32, 128)]


class VAE(torch.nn.Module):
    def __init__(self, pixels, hidden, latent):
        super().__init__()
        self.encoder = torch.nn.Linear(pixels, hidden)
        self.mean = torch.nn.Linear(hidden, latent)
        self.log_variance = torch.nn.Linear(hidden, latent)
        self.first = torch.nn.Linear(latent, hidden)
        self.second = torch.nn.Linear(hidden, pixels)

    def loss(self, x):
        h = torch.relu(self.encoder(x))
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        logits = self.second(torch.relu(self.first(z)))
        kl = -0.5 * (1 + log_variance - mean**2 - log_variance.exp()).sum()
        return (bernoulli_loss(logits, x, reduction="sum") + kl) / len(x)


def measure(pixels, hidden, latent, batch, seconds=0.004, repetitions=101):
    torch.manual_seed(0)
    model = VAE(pixels, hidden, latent)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    x = torch.rand(batch, pixels)

    def step():
        loss = model.loss(x)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    def time_of(count):
        start = time.perf_counter()
        for _ in range(count):
            step()
        return (time.perf_counter() - start) / count

    time_of(20)
    count = max(1, int(seconds / time_of(10)))
    timings = [time_of(count) for _ in range(repetitions)]
    return statistics.median(timings) * 1e6, min(timings) * 1e6


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=1)
    threads = parser.parse_args().threads
    torch.set_num_threads(threads)
    for name, *size in SIZES:
        median, best = measure(*size)
        print(f"{name:24}{median:10.1f} µs/step   best {best:.1f}   PyTorch {torch.__version__}, {threads} threads")
