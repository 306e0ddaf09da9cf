# Prepares this checkout and runs it, on Windows (PowerShell 5.1 or newer, Python 3.11 to 3.14 from python.org):
#
#   powershell -ExecutionPolicy Bypass -File installer\dev.ps1 demo [options]
#   powershell -ExecutionPolicy Bypass -File installer\dev.ps1 test [arguments]
#   powershell -ExecutionPolicy Bypass -File installer\dev.ps1 run [arguments]
#   powershell -ExecutionPolicy Bypass -File installer\dev.ps1 venv
#
# The program goes into .venv in the checkout. No system package is touched. MAILFLOW_PYTHON names the Python to use.

$ErrorActionPreference = "Stop"
$root = Split-Path -Parent $PSScriptRoot
$venv = Join-Path $root ".venv"
$python = Join-Path $venv "Scripts\python.exe"
$stamp = Join-Path $venv "mailflow-checkout"
$project = Join-Path $root "pyproject.toml"
$usable = "import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))"

# True when .venv was made for this place and is not older than pyproject.toml.
function Test-Ready {
    if (-not ((Test-Path $stamp) -and (Test-Path $python))) { return $false }
    if ((Get-Content $stamp -Raw).Trim() -ne $root) { return $false }
    return (Get-Item $stamp).LastWriteTime -ge (Get-Item $project).LastWriteTime
}

# The command of a usable Python as a list: the program and its arguments.
function Find-Python {
    $ErrorActionPreference = "Continue"  # what a candidate prints to its standard error is no error of ours
    $candidates = @(@("py", "-3.13"), @("py", "-3.12"), @("py", "-3.11"), @("py", "-3.14"), @("python"), @("python3"))
    if ($env:MAILFLOW_PYTHON) { $candidates = @(, @($env:MAILFLOW_PYTHON)) + $candidates }
    foreach ($candidate in $candidates) {
        $program, $arguments = $candidate
        if (-not (Get-Command $program -ErrorAction SilentlyContinue)) { continue }
        & $program @arguments -c $usable *> $null
        if ($LASTEXITCODE -eq 0) { return , @($candidate) }
    }
    throw "Mailflow needs Python 3.11 to 3.14. None was found."
}

function Install-Program {
    if (Test-Ready) { return }
    if (-not (Test-Path $stamp)) {
        $program, $arguments = Find-Python
        Write-Host "dev.ps1: Making .venv"
        & $program @arguments -m venv --clear $venv
        if ($LASTEXITCODE -ne 0) { throw "The virtual environment could not be made." }
    }
    Write-Host "dev.ps1: Installing Mailflow and its libraries into .venv"
    Push-Location $root
    try { & $python -m pip install --quiet --disable-pip-version-check --editable ".[window,dev]" } finally { Pop-Location }
    if ($LASTEXITCODE -ne 0) { throw "pip could not install the libraries (above)." }
    Set-Content -Path $stamp -Value $root
}

$verb, $rest = $args
$rest = @($rest | Where-Object { $null -ne $_ })
if ($verb -notin @("demo", "test", "run", "venv")) {
    Write-Host "usage: installer\dev.ps1 demo|test|run|venv [arguments]"
    exit 2
}
Install-Program
switch ($verb) {
    "demo" { & $python -m mailflow_gui demo @rest }
    "run" { & $python -m mailflow_gui @rest }
    "test" {
        Set-Location $root
        $env:QT_QPA_PLATFORM = "offscreen"
        & $python -m pytest -m "not window" @rest
    }
}
exit $LASTEXITCODE
