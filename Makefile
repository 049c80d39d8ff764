# make          build learn; where something is missing, say what
# make start    install what is missing, build, and show the first lesson
# make test     install what is missing, and run all tests
# make test-quick  those that compile nothing and start no browser
# make fuzz     look for inputs that crash it, each kind for SECONDS=600
# make documentation  what the model library's public parts are, by DocC, into .build/documentation
# make install  put learn where every folder finds it (PREFIX=/usr/local): make && sudo make install
# make dist     an archive for other machines, into .build-dist

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# The model library is built for this machine's processor alone. LEARN_BASELINE=1 builds for any of its family, in a folder
# of its own, and with Swift's libraries inside, which may lie elsewhere there.
PROCESSOR := baseline
ifeq ($(LEARN_BASELINE),)
FOLDER = .build
# One build for the command, the tests and the rest of what is made here: what takes time when it runs is optimised, as the
# manifest says, and all else, the packages above all, is there in a third of the time.
OPTIONS = -Xswiftc -Onone -Xswiftc -enable-testing
ifeq ($(shell uname -m),x86_64)
PROCESSOR := native-$(firstword $(shell grep -m 1 '^flags' /proc/cpuinfo 2>/dev/null | cksum))
endif
else
FOLDER = .build-dist
OPTIONS = --static-swift-stdlib
export LEARN_BASELINE
endif
# For the manifest, whose answers SwiftPM keeps for each environment.
export LEARN_PROCESSOR := $(PROCESSOR)
BUILD = $(FOLDER)/release
BUILDING = -c release --scratch-path $(FOLDER) $(OPTIONS)

# What pkg-config must know, and the packages that bring it; bubblewrap is the sandbox of cells.
LIBRARIES = libcmark-gfm sqlite3 libpng zlib
DEBIAN = pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libpng-dev zlib1g-dev libseccomp-dev \
  bubblewrap
BREW = pkg-config cmark-gfm libpng zlib
SYSTEM := $(shell uname)
ifneq ($(SYSTEM),Darwin)
LIBRARIES += libseccomp
endif

DOCUMENTED = Autodiff Learning Generative Display
# The library's sources are installed, too: lessons show lines of them, and cells for browsers are compiled with them.
MODULES := $(shell sed -n 's/ cell$$//p' Sources/Cells/EmbeddedModules.txt)
INSTALLED = Lessons Exercises site $(MODULES:%=Sources/%) Sources/Browser

.PHONY: build start test test-quick setup documentation install uninstall dist lint format clean libraries toolchain

# True where no source is newer than the last build, which was for this processor.
is_built = [ -x $(BUILD)/learn ] && [ "$$(cat $(BUILD)/built 2>/dev/null)" = $(PROCESSOR) ] \
  && [ -z "$$(find Package.swift Sources -newer $(BUILD)/built -print -quit)" ]

# An archive is added to: what a source file left in it that is there no longer would be linked into every cell.
forget_library = rm -f $(BUILD)/libCellLibrary.a

build:
	@if $(is_built); then exit 0; fi; \
	$(MAKE) --no-print-directory toolchain libraries && \
	echo "Building learn: a few minutes the first time, seconds afterwards." >&2 && \
	$(forget_library) && Scripts/build $(FOLDER) "$(SWIFT) build $(BUILDING)" learn CellLibrary && \
	echo $(PROCESSOR) >$(BUILD)/built

start:
	@if ! { $(is_built); }; then $(MAKE) --no-print-directory toolchain setup build; fi && $(BUILD)/learn next

# In processes of their own: what runs the command waits for it, and would hold up the servers that other tests have inside.
# At the same time: while one waits, the others work. Each says what it has to say in one piece.
run_tests = $(SWIFT) test $(BUILDING) --skip-build
test: test-build
	@mkdir -p $(FOLDER); \
	$(run_tests) --ignore-lock --filter 'EndToEnd\.[A-H]' >$(FOLDER)/end-to-end-1.log 2>&1 & first=$$!; \
	$(run_tests) --ignore-lock --filter 'EndToEnd\.[I-Z]' >$(FOLDER)/end-to-end-2.log 2>&1 & second=$$!; \
	$(run_tests) --ignore-lock --skip EndToEnd; status=$$?; \
	wait $$first || status=1; wait $$second || status=1; \
	cat $(FOLDER)/end-to-end-1.log $(FOLDER)/end-to-end-2.log; exit $$status

# Without what compiles.
test-quick: test-build
	$(run_tests) --skip 'EndToEnd|EmbeddedTests|SameBitsTests'

.PHONY: test-build
test-build: toolchain setup libraries
	$(forget_library)
	$(SWIFT) build $(BUILDING) --build-tests --explicit-target-dependency-import-check error

# The oldest that was tried.
toolchain:
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1); \
	set -- $$version; \
	if [ "$${1:-0}" -gt 6 ] || { [ "$${1:-0}" -eq 6 ] && [ "$${2:-0}" -ge 3 ]; }; then exit 0; fi; \
	if command -v $(SWIFT) >/dev/null 2>&1; then echo "learn needs Swift 6.3 or newer; this is $${1:-?}.$${2:-?}." >&2; \
	else echo "learn needs Swift 6.3 or newer, and there is no Swift here." >&2; fi; \
	echo "Get it from https://www.swift.org/install and try again." >&2; exit 69

# True where all is there that learn is built with; no .pc file tells of the header that clang is asked for.
has_libraries = pkg-config --exists $(LIBRARIES) 2>/dev/null && { [ $(SYSTEM) = Darwin ] \
  || printf '\043include <cmark-gfm-core-extensions.h>\n' | clang -E -x c - >/dev/null 2>&1; }
# Without bubblewrap learn works, and says so itself: it is installed with the rest, and not waited for.
has_sandbox = [ $(SYSTEM) = Darwin ] || command -v bwrap >/dev/null 2>&1
# The packages that are not installed; all of them where each is, and yet something cannot be found.
missing = $$(missing=$$(for package in $(DEBIAN); do \
  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q ' ok installed$$' || printf ' %s' "$$package"; done); \
  echo $${missing:-$(DEBIAN)})

# Says what is missing, and how to get it.
libraries:
	@{ if $(has_libraries); then exit 0; fi; \
	echo "learn is built with libraries that are not installed here."; \
	if command -v apt-get >/dev/null 2>&1; then \
	  echo "\`make setup\` installs them; or ask somebody who may install them to run:"; \
	  echo "  apt-get install $(missing)"; \
	elif command -v brew >/dev/null 2>&1; then \
	  echo "\`make setup\` installs them: brew install $(BREW)"; \
	else echo "They are, with their headers: $(LIBRARIES); and pkg-config."; fi; exit 69; } >&2

# Installs what is missing, and says before what that is. Nothing else does; `start` and `test` ask for it.
setup:
	@{ if $(has_libraries) && { $(has_sandbox); }; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  packages="$(missing)"; \
	  if [ "$$(id -u)" -eq 0 ]; then become=""; \
	  elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then become="sudo "; \
	  else \
	    echo "Some packages for learn are not installed. Ask somebody who may install them to run:"; \
	    echo "  apt-get install $$packages"; $(has_libraries) || exit 69; exit 0; fi; \
	  echo "Installing with $${become}apt-get: $$packages"; \
	  { $${become}apt-get update -qq \
	    && $${become}env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$packages >/dev/null; } \
	    || { $(has_libraries); } || exit 69; \
	elif command -v brew >/dev/null 2>&1; then \
	  echo "Installing with brew: $(BREW)"; brew install --quiet $(BREW); \
	fi; } >&2

documentation: build
	@triple=$$(swiftc -print-target-info | sed -n 's/.*"triple": "\([^"]*\)".*/\1/p' | head -n 1); \
	for module in $(DOCUMENTED); do \
	  graphs=.build/documentation/graphs/$$module && mkdir -p $$graphs && \
	  $(SWIFT) symbolgraph-extract -module-name $$module -I $(BUILD)/Modules -target $$triple \
	    -minimum-access-level public -output-dir $$graphs && \
	  docc convert Sources/$$module/$$module.docc --additional-symbol-graph-dir $$graphs \
	    --fallback-display-name $$module --fallback-bundle-identifier learn.$$module \
	    --output-path .build/documentation/$$module || exit 1; \
	done; echo "Written to .build/documentation."

# What git knows of the folders that are installed; without git, all files but hidden ones and editors' copies.
git = git -c safe.directory='*' -c core.fsmonitor=false -c core.quotePath=false
files = if $(git) ls-files --error-unmatch Lessons/course.yml >/dev/null 2>&1; then $(git) ls-files -- $(INSTALLED); \
  else find $(INSTALLED) -type f ! -path '*/.*' ! -name '*~' ! -name '\#*' ! -name '*.orig' ! -name '*.bak'; fi

# Copies what is built, and calls no compiler: whoever may write there need not be whoever built it. All can read what it
# brings, whatever the umask; folders that were there stay as they are.
install uninstall: export TARGET = $(DESTDIR)$(PREFIX)
install:
	@if [ -n "$(DESTDIR)" ] && [ $(PROCESSOR) != baseline ]; then \
	  echo "What goes to other machines is built for any processor: say \`make LEARN_BASELINE=1\`, then" >&2; \
	  echo "\`make install LEARN_BASELINE=1 DESTDIR=…\`; or \`make dist\`, for an archive." >&2; exit 64; fi
	@if ! { $(is_built); }; then \
	  echo "learn, as its sources are now, is not built yet: say \`make\` first, then this again." >&2; exit 69; fi
	@umask 022; set -e; share="$$TARGET/share/learn"; library="$$TARGET/lib/learn"; \
	rm -rf "$$share" "$$library"; mkdir -p "$$TARGET/bin" "$$library/Modules" "$$share"; \
	install -m 755 $(BUILD)/learn "$$TARGET/bin/learn"; \
	install -m 644 $(BUILD)/libCellLibrary.a "$$library/"; \
	for module in $(MODULES); do install -m 644 $(BUILD)/Modules/$$module.swiftmodule "$$library/Modules/"; done; \
	$(files) | while IFS= read -r file; do \
	  if [ -f "$$file" ]; then mkdir -p "$$share/$${file%/*}"; install -m 644 "$$file" "$$share/$$file"; fi; done
	@echo "Installed in $$TARGET. Try: learn next"

# Takes away what `install` brought. Your progress stays: `learn doctor` says where it is.
uninstall:
	@rm -rf "$$TARGET/bin/learn" "$$TARGET/lib/learn" "$$TARGET/share/learn"
	@echo "Removed from $$TARGET."

# An archive that runs wherever it is unpacked, on systems like this one with this version of Swift. The same commit makes
# the same archive.
dist:
ifeq ($(LEARN_BASELINE),)
	@$(MAKE) --no-print-directory LEARN_BASELINE=1 build dist
else
	@set -e; umask 022; version=$$(sed -n 's/^ *version: "\(.*\)",$$/\1/p' Sources/LearnCommands/Learn.swift); \
	name=learn-$$version-$$(uname -s | tr A-Z a-z)-$$(uname -m); stage=$(FOLDER)/stage; \
	rm -rf $$stage; mkdir -p $$stage/$$name; \
	$(MAKE) --no-print-directory install PREFIX= DESTDIR=$$stage/$$name >/dev/null; \
	install -m 644 README.md LICENSE LICENSE-LESSONS.md $$stage/$$name/; \
	date=$$($(git) log -1 --format=%ct 2>/dev/null || date +%s); \
	tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@$$date -C $$stage -cf - $$name | gzip -9n \
	  >$(FOLDER)/$$name.tar.gz; rm -rf $$stage; echo "Written to $(FOLDER)/$$name.tar.gz."
endif

lint: toolchain
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

format: toolchain
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build .build-dist

# In the build that a learner has: what is looked for is what a learner would meet.
SECONDS ?= 600
.PHONY: fuzz benchmarks
fuzz: build
	$(SWIFT) build $(BUILDING) --product fuzz
	$(BUILD)/fuzz --seconds $(SECONDS)

benchmarks: build
	$(SWIFT) build $(BUILDING) --product benchmarks
