# make site: everything from nothing to six websites in build/.   make test: everything from nothing to a tested checkout.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KEYWORDS := -k N_ -k say -k plural:1,2

.PHONY: site test check format messages docs pictures bench lock clean

site: $(VENV)/.installed
	$(BIN)/sitegen build

test: $(VENV)/.tested-with check
	@sh tests/need-chromium.sh
	@sh tests/need-optional.sh nginx nginx-light "it serves what is published in the tests"
	@sh tests/need-optional.sh sshd openssh-server "the tests publish to it"
	@sh tests/need-optional.sh soffice libreoffice-calc-nogui "it opens the workbooks in the tests"
	$(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/.tested-with
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.tested-with
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
	  { echo "sitegen needs Python 3.11.5 or later. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tested-with: $(VENV)/.made pyproject.toml requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@ $(VENV)/.installed

# The Swedish of code and templates is the catalogue's key; this carries new texts to the other languages.
# The commands speak Swedish and English; pages all the languages of sites.
EXTRACT := --no-location --sort-output --project sitegen $(KEYWORDS)
UPDATE := --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -d sitegen/locale
SITE_LANGUAGES := en fi ar sv_lattlast
messages: $(VENV)/.tested-with
	$(BIN)/pybabel --quiet extract -F pyproject.toml $(EXTRACT) -o $(VENV)/sitegen.pot .
	$(BIN)/pybabel --quiet extract -F sitegen/locale/site.toml $(EXTRACT) -o $(VENV)/site.pot .
	$(BIN)/pybabel --quiet update $(UPDATE) -D sitegen -i $(VENV)/sitegen.pot -l en
	for lang in $(SITE_LANGUAGES); do $(BIN)/pybabel --quiet update $(UPDATE) -D site -i $(VENV)/site.pot -l $$lang || exit 1; done
	for domain in sitegen site click; do $(BIN)/pybabel --quiet compile -D $$domain -d sitegen/locale || exit 1; done

# PEERS are folders with other generators (hugo, zola, eleventy, pelican, mkdocs), looked in before the PATH.
# BENCH may be larger: make bench BENCH="--municipalities 50 --providers 200 --rounds 5"
PEERS ?=
BENCH ?= --municipalities 10 --providers 20 --rounds 3
bench: $(VENV)/.tested-with
	$(BIN)/python benchmarks/speed.py $(BENCH) --peers "$(PEERS)" --write

# The reference in docs/referens/ is made of the code; a test fails when it is older.
docs: $(VENV)/.tested-with
	$(BIN)/python -m docs.reference

# The pictures of the guides are taken of the real program, in Chromium.
pictures: $(VENV)/.tested-with
	@sh tests/need-chromium.sh
	$(BIN)/python -m docs.pictures

lock: $(VENV)/.tested-with
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --strip-extras --no-emit-index-url --no-emit-find-links --upgrade -o requirements-dev.txt pyproject.toml

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .hypothesis
