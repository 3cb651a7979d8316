"""The quantiles of Student's t and of F, by way of the regularised incomplete beta function.

The function is the continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions (dlmf.nist.gov),
worked out as Lentz does: Lentz, W. J. (1976). Applied Optics, 15, 668–671. doi:10.1364/AO.15.000668
"""

from functools import lru_cache
from math import exp, lgamma, log, sqrt

_TINY = 1e-300
_CLOSE = 1e-16


@lru_cache(maxsize=1024)
def t_quantile(p: float, freedom: float) -> float:
    """The value of Student's t with ``freedom`` degrees of freedom below which a share ``p`` lies, 0 < p < 1."""
    if p < 0.5:
        return -t_quantile(1 - p, freedom)
    x = beta_quantile(2 * (1 - p), freedom / 2, 0.5)
    return sqrt(freedom * (1 - x) / x)


def f_quantile(p: float, above: float, below: float) -> float:
    """The value of F below which a share ``p`` lies, 0 < p < 1; degrees of freedom above and below the line."""
    x = beta_quantile(p, above / 2, below / 2)
    return below * x / (above * (1 - x))


def beta_quantile(p: float, a: float, b: float) -> float:
    """The value of a beta distribution below which a share ``p`` lies, by halving."""
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in (low, high):
        if incomplete_beta(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return middle


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The share of a beta distribution with ``a`` and ``b`` above 0 that lies below ``x``, 0 < x < 1."""
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction 1 + d₁/(1 + d₂/(1 + …))."""
    value, c, d, n = 1.0, 1.0, 0.0, 0
    while True:
        n += 1
        m = n // 2
        part = (
            m * (b - m) * x / ((a + n - 1) * (a + n))
            if n % 2 == 0
            else -(a + m) * (a + b + m) * x / ((a + n - 1) * (a + n))
        )
        d = 1 / (1 + part * d or _TINY)
        c = 1 + part / c or _TINY
        value *= c * d
        if abs(c * d - 1) < _CLOSE or n > 2000:
            return value
