"""Microseconds of one compiled training step of a VAE in JAX: what `benchmarks train` measures in ours.

usage: python vae_jax.py
"""

import statistics
import time

import jax
import jax.numpy as jnp

SIZES = [("vae-64-32-2-b64", 64, 32, 2, 64), ("vae-784-256-32-b128", 784, 256, 32, 128)]


def dense(key, inputs, outputs):
    return {"w": 0.05 * jax.random.normal(key, (inputs, outputs)), "b": jnp.zeros(outputs)}


def apply(layer, x):
    return x @ layer["w"] + layer["b"]


def loss(model, x, key):
    h = jax.nn.relu(apply(model["encoder"], x))
    mean, log_variance = apply(model["mean"], h), apply(model["log_variance"], h)
    z = mean + jnp.exp(0.5 * log_variance) * jax.random.normal(key, mean.shape)
    logits = apply(model["second"], jax.nn.relu(apply(model["first"], z)))
    likelihood = jnp.sum(jnp.maximum(logits, 0) - logits * x + jnp.log1p(jnp.exp(-jnp.abs(logits))))
    kl = -0.5 * jnp.sum(1 + log_variance - mean**2 - jnp.exp(log_variance))
    return (likelihood + kl) / len(x)


@jax.jit
def step(state, x):
    """One step of Adam with its usual constants."""
    model, first, second, number, key = state
    key, noise = jax.random.split(key)
    gradient = jax.grad(loss)(model, x, noise)
    every = jax.tree_util.tree_map
    first = every(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = every(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)
    scale1, scale2 = 1 / (1 - 0.9**number), 1 / (1 - 0.999**number)
    model = every(lambda p, m, v: p - 1e-3 * m * scale1 / (jnp.sqrt(v * scale2) + 1e-8), model, first, second)
    return model, first, second, number + 1, key


def measure(pixels, hidden, latent, batch, seconds=0.004, repetitions=101):
    keys = jax.random.split(jax.random.PRNGKey(0), 6)
    model = {
        "encoder": dense(keys[0], pixels, hidden),
        "mean": dense(keys[1], hidden, latent),
        "log_variance": dense(keys[2], hidden, latent),
        "first": dense(keys[3], latent, hidden),
        "second": dense(keys[4], hidden, pixels),
    }
    zeros = jax.tree_util.tree_map(jnp.zeros_like, model)
    state = (model, zeros, zeros, jnp.array(1.0), keys[5])
    x = jax.random.uniform(keys[5], (batch, pixels))

    def time_of(count):
        nonlocal state
        start = time.perf_counter()
        for _ in range(count):
            state = step(state, x)
        jax.block_until_ready(state)
        return (time.perf_counter() - start) / count

    time_of(20)
    count = max(1, int(seconds / time_of(10)))
    timings = [time_of(count) for _ in range(repetitions)]
    return statistics.median(timings) * 1e6, min(timings) * 1e6


if __name__ == "__main__":
    for name, *size in SIZES:
        median, best = measure(*size)
        print(f"{name:24}{median:10.1f} µs/step   best {best:.1f}   JAX {jax.__version__}")
