@echo off
rem Builds the program that tickwing.cmd is about to start, PROGRAM of the checkout HERE, when its jar is missing or older than
rem its sources. Exits with 1 when it cannot be built.
setlocal EnableExtensions DisableDelayedExpansion
set "JAR=%HERE%%PROGRAM%\target\%PROGRAM%.jar"
call :stale
if not errorlevel 1 exit /b 0
if not exist "%HERE%target" md "%HERE%target"
set "LOCK=%HERE%target\building"
set "TOLD="
:wait
md "%LOCK%" 2>nul && goto :locked
if not defined TOLD echo Waiting for the build in another terminal; if there is none, delete %LOCK%. 1>&2
set "TOLD=yes"
ping -n 2 127.0.0.1 >nul
goto :wait
:locked
call :stale
if errorlevel 1 call :build
set "BUILT=%ERRORLEVEL%"
rd "%LOCK%" 2>nul
exit /b %BUILT%

rem Exits with 1 when a jar that the program takes is missing or older than a source: its own, those of the programs it starts,
rem which its pom.xml names outside of profiles, and those of every library. The benchmark starts all.
:stale
powershell -NoProfile -Command ^
  "$top = $env:HERE; $name = $env:PROGRAM;" ^
  "$all = Get-Content (Join-Path $top 'launch\programs') | ForEach-Object { ($_ -split ' ')[0] };" ^
  "$own = @(((Get-Content (Join-Path $top ('{0}\pom.xml' -f $name))) -join ' ') -split '<profiles>');" ^
  "$named = [regex]::Matches($own[0], '<artifactId>(.*?)</artifactId>') | ForEach-Object { $_.Groups[1].Value };" ^
  "$parts = @($all | Where-Object { $name -eq 'benchmark' -or $name -eq $_ -or $named -contains $_ });" ^
  "$jars = $parts | ForEach-Object { Join-Path $top ('{0}\target\{0}.jar' -f $_) };" ^
  "foreach ($jar in $jars) { if (-not (Test-Path $jar)) { exit 1 } };" ^
  "$built = ($jars | Get-Item | Measure-Object -Minimum LastWriteTimeUtc).Minimum;" ^
  "$poms = Get-ChildItem (Join-Path $top '*\pom.xml') | Where-Object { $all -notcontains $_.Directory.Name -or $parts -contains $_.Directory.Name };" ^
  "$files = @(Get-Item (Join-Path $top 'pom.xml')) + $poms + @($poms | ForEach-Object { Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue (Join-Path $_.Directory 'src\main') });" ^
  "if ($files | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

rem What the program needs to run, and no more: tests, rules and bills of materials are for mvnw verify.
:build
set "MODULES=-pl %PROGRAM% -am"
if "%PROGRAM%"=="benchmark" set "MODULES="
set "WHY=its sources have changed"
if not exist "%JAR%" set "WHY=first use, about half a minute"
echo Building Tickwing (%WHY%) ... 1>&2
set "LOG=%HERE%target\build.log"
set "MAVEN_OPTS=-XX:TieredStopAtLevel=1 %MAVEN_OPTS%"
set "SKIPPED=-DskipTests -Dmaven.test.skip -Denforcer.skip -Dspotless.check.skip -Dcheckstyle.skip -Dcyclonedx.skip"
pushd "%HERE%"
call mvnw.cmd -q -B -ntp -T 2 %MODULES% package %SKIPPED% <nul >"%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if "%CODE%"=="0" exit /b 0
powershell -NoProfile -Command "Get-Content -Tail 20 $env:LOG" 1>&2
echo The build failed; %LOG% has all of it. Building needs a JDK, not only a Java runtime. 1>&2
exit /b 1
