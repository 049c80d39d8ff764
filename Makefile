# make start    set up, build, and show the first lesson
# make test     set up, and run all tests
# make fuzz     look for inputs that crash it, each kind for SECONDS=600
# make documentation  what the model library's public parts are, by DocC, into .build/documentation
# make install  put learn where every folder finds it (PREFIX=/usr/local)

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD = .build/release

DEBIAN = pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libpng-dev zlib1g-dev libseccomp-dev bubblewrap
BREW = pkg-config cmark-gfm libpng zlib

DOCUMENTED = Autodiff Learning Generative

.PHONY: start build test documentation install uninstall lint format clean libraries toolchain

start: build
	@$(BUILD)/learn next

# Nothing to build where no source is newer than the last build.
build:
	@if [ -f $(BUILD)/built ] && [ -z "$$(find Package.swift Sources -newer $(BUILD)/built -print -quit)" ]; then exit 0; fi; \
	$(MAKE) --no-print-directory toolchain libraries && \
	echo "Building learn: a few minutes the first time, seconds afterwards." >&2 && \
	$(SWIFT) build -c release --product learn >&2 && $(SWIFT) build -c release --product CellLibrary >&2 && \
	touch $(BUILD)/built

test: toolchain libraries
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# Swift 6.2 is what swift-subprocess needs.
toolchain:
	@if ! command -v $(SWIFT) >/dev/null 2>&1; then \
	  echo "learn needs Swift 6.2 or newer, and there is no Swift here."; \
	  echo "Get it from https://www.swift.org/install and try again."; exit 69; fi
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1); \
	set -- $$version; \
	if [ "$${1:-0}" -lt 6 ] || { [ "$${1:-0}" -eq 6 ] && [ "$${2:-0}" -lt 2 ]; }; then \
	  echo "learn needs Swift 6.2 or newer; this is $${1:-?}.$${2:-?}."; \
	  echo "Get it from https://www.swift.org/install and try again."; exit 69; fi

# What is missing is installed, and said before. Without bubblewrap, the sandbox of cells, learn runs and says so itself.
libraries:
	@if pkg-config --exists libcmark-gfm sqlite3 libpng zlib 2>/dev/null \
	  && { [ "$$(uname)" = Darwin ] \
	    || printf '#include <cmark-gfm-core-extensions.h>\n' | clang -E -x c - >/dev/null 2>&1; }; then \
	  if [ "$$(uname)" = Darwin ] || command -v bwrap >/dev/null 2>&1; then exit 0; fi; \
	  if [ "$$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then exit 0; fi; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" -eq 0 ]; then become=""; \
	  elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then become="sudo "; \
	  else \
	    echo "learn needs some libraries that are not installed. Ask somebody who may install them to run:"; \
	    echo "  apt-get install $(DEBIAN)"; exit 69; fi; \
	  echo "Installing with $${become}apt-get: $(DEBIAN)"; \
	  $${become}apt-get update -qq && $${become}env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(DEBIAN) >/dev/null; \
	elif command -v brew >/dev/null 2>&1; then \
	  echo "Installing with brew: $(BREW)"; brew install --quiet $(BREW); \
	else \
	  echo "learn needs the libraries cmark-gfm, SQLite, libpng and zlib with their headers, and pkg-config."; \
	  echo "Install them with your system's package manager and try again."; exit 69; fi

documentation: toolchain libraries
	$(SWIFT) build --product CellLibrary
	@triple=$$(swiftc -print-target-info | sed -n 's/.*"triple": "\([^"]*\)".*/\1/p' | head -n 1); \
	for module in $(DOCUMENTED); do \
	  graphs=.build/documentation/graphs/$$module && mkdir -p $$graphs && \
	  $(SWIFT) symbolgraph-extract -module-name $$module -I .build/debug/Modules -target $$triple \
	    -minimum-access-level public -output-dir $$graphs && \
	  docc convert Sources/$$module/$$module.docc --additional-symbol-graph-dir $$graphs \
	    --fallback-display-name $$module --fallback-bundle-identifier learn.$$module \
	    --output-path .build/documentation/$$module || exit 1; \
	done; echo "Written to .build/documentation."

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/lib/learn/Modules" "$(DESTDIR)$(PREFIX)/share/learn"
	install -m 755 $(BUILD)/learn "$(DESTDIR)$(PREFIX)/bin/learn"
	install -m 644 $(BUILD)/libCellLibrary.a "$(DESTDIR)$(PREFIX)/lib/learn/"
	for module in Randomness Autodiff Learning Generative Display; do \
	  install -m 644 $(BUILD)/Modules/$$module.swiftmodule "$(DESTDIR)$(PREFIX)/lib/learn/Modules/"; done
	rm -rf "$(DESTDIR)$(PREFIX)/share/learn/Lessons" "$(DESTDIR)$(PREFIX)/share/learn/Exercises" "$(DESTDIR)$(PREFIX)/share/learn/site" "$(DESTDIR)$(PREFIX)/share/learn/Sources"
	cp -R Lessons Exercises site "$(DESTDIR)$(PREFIX)/share/learn/"
	# The library's sources: lessons show lines of them, and cells for browsers are compiled with them.
	install -d "$(DESTDIR)$(PREFIX)/share/learn/Sources"
	for module in Randomness Autodiff Learning Generative Display Browser; do \
	  cp -R Sources/$$module "$(DESTDIR)$(PREFIX)/share/learn/Sources/"; done
	@echo "Installed. Try: learn next"

# Takes away what `install` brought. Your progress stays: `learn doctor` says where it is.
uninstall:
	rm -rf "$(DESTDIR)$(PREFIX)/bin/learn" "$(DESTDIR)$(PREFIX)/lib/learn" "$(DESTDIR)$(PREFIX)/share/learn"

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build

# In a release build: what is looked for is what a learner would meet.
SECONDS ?= 600
.PHONY: fuzz
fuzz: build
	$(SWIFT) build -c release --product fuzz
	$(BUILD)/fuzz --seconds $(SECONDS)
