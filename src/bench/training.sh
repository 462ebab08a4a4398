#!/bin/sh
# Races ours, stock DJL and PyTorch for Python (where python3 imports it) at training, in turn, several rounds:
#   src/bench/training.sh [ROUNDS [NETWORK...]]
# All get as many threads (THREADS, 2 unless told) and run one at a time; TORCH_PYTHON names a Python with PyTorch.
set -eu
cd "$(dirname -- "$0")/../.."
mvn ${LAYERWISE_MAVEN_OPTS-} -q -P bench test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
exec "${TORCH_PYTHON:-python3}" src/bench/python/race.py "$@"
