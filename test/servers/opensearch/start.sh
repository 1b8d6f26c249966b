#!/usr/bin/env bash
# Starts one real OpenSearch node for tests in the foreground: `start.sh [port]` (default: a free one). It prints
# `ready on 127.0.0.1:PORT`; stop it with SIGTERM. The first start builds it with Maven and needs the network, later ones
# do not. `start.sh --build` only builds. JAVA_HOME: a JDK, 21 or later; OPENSEARCH_HEAP: default 1g;
# OPENSEARCH_FOLDER: a folder for what it writes, which stays (default: one that goes with the node).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

if [ -z "${JAVA_HOME:-}" ]; then
  for candidate in /usr/lib/jvm/*; do
    if [ -f "$candidate/release" ] && grep -Eq '^JAVA_VERSION="?(2[1-9]|[3-9][0-9])' "$candidate/release"; then
      JAVA_HOME="$candidate"
    fi
  done
fi
if [ -z "${JAVA_HOME:-}" ]; then
  echo 'No JDK 21 or later found: set JAVA_HOME.' >&2
  exit 1
fi
export JAVA_HOME

if [ ! -f "$here/target/opensearch-node-1.jar" ] || [ ! -d "$here/target/lib" ] ||
  [ "$here/pom.xml" -nt "$here/target/opensearch-node-1.jar" ] ||
  [ "$here/src/main/java/TestNode.java" -nt "$here/target/opensearch-node-1.jar" ]; then
  # without the network what an earlier build has downloaded may do
  { mvn -B -q -f "$here/pom.xml" package || mvn -B -q -o -f "$here/pom.xml" package; } >&2
fi
[ "${1:-}" = --build ] && exit 0

run=("$JAVA_HOME/bin/java" "-Xms${OPENSEARCH_HEAP:-1g}" "-Xmx${OPENSEARCH_HEAP:-1g}" --add-modules jdk.incubator.vector
  --enable-native-access=ALL-UNNAMED -cp "$here/target/opensearch-node-1.jar:$here/target/lib/*" TestNode)
if [ -n "${OPENSEARCH_FOLDER:-}" ]; then
  exec "${run[@]}" "$OPENSEARCH_FOLDER" "$@"
fi

home="$(mktemp -d)"
"${run[@]}" "$home" "$@" &
node=$!
trap 'kill "$node" 2>/dev/null || true' TERM INT
# a signal ends the first wait before the node has closed its indices
wait "$node" || wait "$node" || true
rm -rf "$home"
