"""Workflows of GitHub, GitLab and Forgejo: each proposal is checked and shown, and what is merged is published.

A proposal may come from anybody: what runs for it may read the repository and nothing else, and has no secret. Actions
are named by their commit, which nobody can move.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import metadata


class Forge(StrEnum):
    """The services whose workflows are written."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


_CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"
_PYTHON = "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0"
_ARTIFACT = "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2"
_ARTIFACT_OF_FORGEJO = "actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32 # v3.1.3"
"""The last whose protocol Forgejo speaks."""
_PAGES_ARTIFACT = "actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1"
_DEPLOY = "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5"

_GITHUB = f"""\
# ตรวจทุกข้อเสนอแก้ไข (คำเตือนขึ้นข้างบรรทัดที่ผิด เว็บไซต์ตัวอย่างอยู่ใน Artifacts) และเผยแพร่เมื่อรวมเข้า main แล้ว
# ตั้งครั้งเดียว: Settings → Pages → Source: GitHub Actions
name: site
on:
  push:
    branches: [main]
  pull_request:
permissions: {{}}
concurrency:
  group: site-${{{{ github.ref }}}}
  cancel-in-progress: false
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
    steps:
      - uses: {_CHECKOUT}
        with:
          fetch-depth: 0 # วันที่แก้ไขล่าสุดของแต่ละหน้า
          persist-credentials: false
      - uses: {_PYTHON}
        with:
          python-version: "3.12"
      - run: python -m pip install -r requirements.txt
      - run: ita-site check --strict --format github
      - run: ita-site build --strict
      - if: github.event_name == 'pull_request'
        uses: {_ARTIFACT}
        with:
          name: preview
          path: site
          retention-days: 14
      - if: github.event_name == 'push'
        uses: {_PAGES_ARTIFACT}
        with:
          path: site
  publish:
    if: github.event_name == 'push' && github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      pages: write # ส่งเว็บไซต์ไปยัง GitHub Pages
      id-token: write # ยืนยันว่ามาจากที่เก็บนี้
    environment:
      name: github-pages
    steps:
      - uses: {_DEPLOY}
"""
_GITLAB = """\
# ตรวจทุกข้อเสนอแก้ไข (คำเตือนขึ้นข้างบรรทัดที่ผิด เว็บไซต์ตัวอย่างอยู่ที่ปุ่มของข้อเสนอ) และเผยแพร่เมื่อรวมเข้า branch หลักแล้ว
default:
  image: python:3.12
  before_script:
    - python -m pip install -r requirements.txt
variables:
  GIT_DEPTH: "0" # วันที่แก้ไขล่าสุดของแต่ละหน้า
check:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - ita-site check --format gitlab > gl-code-quality-report.json || true
    - ita-site check --strict
    - ita-site build --strict
  artifacts:
    when: always
    expose_as: preview
    paths: [site/]
    expire_in: 2 weeks
    reports:
      codequality: gl-code-quality-report.json
pages:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - ita-site check --strict
    - ita-site build --strict --site-dir public
  artifacts:
    paths: [public]
"""
_FORGEJO = f"""\
# ตรวจทุกข้อเสนอแก้ไข (เว็บไซต์ตัวอย่างอยู่ใน Artifacts) และเผยแพร่ที่ branch ชื่อ pages เมื่อรวมเข้า main แล้ว
name: site
on:
  push:
    branches: [main]
  pull_request:
permissions: {{}}
jobs:
  build:
    runs-on: docker
    permissions:
      contents: read
    steps:
      - uses: https://github.com/{_CHECKOUT}
        with:
          fetch-depth: 0 # วันที่แก้ไขล่าสุดของแต่ละหน้า
          persist-credentials: false
      - run: apt-get update && apt-get install --yes --no-install-recommends python3-venv
      - run: python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
      - run: .venv/bin/ita-site check --strict --format github
      - run: .venv/bin/ita-site build --strict
      - uses: https://github.com/{_ARTIFACT_OF_FORGEJO}
        with:
          name: preview
          path: site
  publish:
    if: github.event_name == 'push' && github.ref == 'refs/heads/main'
    needs: build
    runs-on: docker
    permissions:
      contents: write
    steps:
      - uses: https://github.com/{_CHECKOUT}
        with:
          fetch-depth: 0
          persist-credentials: false
      - run: apt-get update && apt-get install --yes --no-install-recommends python3-venv
      - run: python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
      - run: .venv/bin/ita-site build --strict
      - env:
          TOKEN: ${{{{ github.token }}}}
          SERVER: ${{{{ github.server_url }}}}
          REPOSITORY: ${{{{ github.repository }}}}
        run: |
          cd site
          git init --quiet --initial-branch pages
          git add --all
          git -c user.name=site -c user.email=site@localhost commit --quiet --message site
          git -c http.extraHeader="Authorization: token $TOKEN" push --quiet --force "$SERVER/$REPOSITORY.git" pages
"""
_REQUIREMENTS = """\
# โปรแกรมที่สร้างเว็บไซต์นี้ วางไฟล์ .whl ไว้ข้างไฟล์นี้ เปลี่ยนรุ่นที่นี่
./ita_site-{version}-py3-none-any.whl
"""
_FILES = {
    Forge.GITHUB: (".github/workflows/site.yml", _GITHUB),
    Forge.GITLAB: (".gitlab-ci.yml", _GITLAB),
    Forge.FORGEJO: (".forgejo/workflows/site.yml", _FORGEJO),
}


def workflow_files(forge: Forge) -> dict[str, bytes]:
    """Return the files of a project that let a service check and publish it, by their paths in the project."""
    path, text = _FILES[forge]
    requirements = _REQUIREMENTS.format(version=metadata.version("ita-site"))
    return {path: text.encode(), "requirements.txt": requirements.encode()}
