"""Speed and memory: `python -m benchmarks [start | pages | build | desk ...]`."""
