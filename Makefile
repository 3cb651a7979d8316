# The two-command door. Every target calls `python -m whosaysso …`; the README has the same lines for Windows.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
  RUN := $(VENV)/Scripts/python
else
  RUN := $(VENV)/bin/python
endif

help:
	@echo "make book    build the book and print the address to open"
	@echo "make test    run every test, browser included"
	@echo "make lab     open the exercises in JupyterLab"
	@echo "make serve   serve the built book on 127.0.0.1"
	@echo "make check   find faults in the case and the exercises"
	@echo "make key     write the answer key as a page"
	@echo "make lint    look through the code: rules, format, types, imports, JavaScript"
	@echo "make bench   measure speed and size, on this machine"
	@echo "make interop run the book against programs of others: a record store, Dask, nbgrader, a SCORM player, Voilà, JupyterLite"
	@echo "make lite    build the notebooks as a site that runs them in the browser"
	@echo "make mutate  change the code in many places, and name the changes that no test notices; takes hours"

book test lab serve check key lint: $(VENV)/ready
	@$(RUN) -m whosaysso $@

bench: $(VENV)/ready
	@$(RUN) -m tests.bench

mutate: $(VENV)/ready
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable ".[mutate]"
	@$(RUN) -m tests.mutate

interop: $(VENV)/interop/ready
	@$(subst $(VENV),$(VENV)/interop,$(RUN)) -m tests.interop

# Programs of others want older packages than ours, so they have an environment of their own.
$(VENV)/interop/ready: pyproject.toml
	@echo "Setting up; this takes some minutes the first time."
	@$(PYTHON) -m venv $(VENV)/interop
	@$(subst $(VENV),$(VENV)/interop,$(RUN)) -m pip install --quiet --disable-pip-version-check --editable ".[interop]"
	@touch $@

lite: $(VENV)/lite/ready
	@$(subst $(VENV),$(VENV)/lite,$(RUN)) lite/build.py

$(VENV)/lite/ready: lite/requirements.txt
	@$(PYTHON) -m venv $(VENV)/lite
	@$(subst $(VENV),$(VENV)/lite,$(RUN)) -m pip install --quiet --disable-pip-version-check -r lite/requirements.txt
	@touch $@

$(VENV)/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c "import sys; v = sys.version_info; sys.exit(None if (3, 11) <= v < (3, 15) else f'Who Says So? needs Python 3.11 to 3.14, and this is {v[0]}.{v[1]}. With another one: make PYTHON=python3.12 book')"
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up; this takes a few minutes the first time."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.PHONY: help book test lab serve check key lint bench interop lite mutate
