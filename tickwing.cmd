@echo off
rem Runs one of Tickwing's programs, which launch\programs lists. In a checkout it is built first when it is missing or older
rem than its sources; in a release this file lies in bin\, and all jars in lib\.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "RELEASED="
if not exist "%HERE%pom.xml" if exist "%HERE%..\VERSION" set "RELEASED=yes"
if defined RELEASED for %%d in ("%HERE%..") do set "HERE=%%~fd\"
set "PROGRAM=%~1"
if "%PROGRAM%"=="" goto :list
if "%PROGRAM%"=="-h" goto :list
if "%PROGRAM%"=="--help" goto :list
if "%PROGRAM%"=="help" goto :list
if "%PROGRAM%"=="-V" goto :version
if "%PROGRAM%"=="--version" goto :version
set "MAIN="
for /f "usebackq tokens=1,2" %%a in ("%HERE%launch\programs") do if "%%a"=="%PROGRAM%" set "MAIN=%%b"
if not defined MAIN goto :unknown
if defined RELEASED if not exist "%HERE%lib\%PROGRAM%.jar" goto :unknown

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR="
for /f "tokens=2,3" %%v in ('""%JAVA%" -version 2>&1"') do if "%%v"=="version" for /f "delims=." %%m in ("%%~w") do set "MAJOR=%%m"
if not defined MAJOR goto :nojava
if %MAJOR% LSS 17 goto :oldjava

set "WHAT=-cp "%HERE%lib\*" %MAIN%"
if defined RELEASED goto :run
set "JAR=%HERE%%PROGRAM%\target\%PROGRAM%.jar"
set "WHAT=-jar "%JAR%""
call :stale
if not errorlevel 1 goto :run
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
if not "%BUILT%"=="0" exit /b 1

:run
rem All arguments but the first, as they were written.
set "ARGUMENTS=%*"
call set "ARGUMENTS=%%ARGUMENTS:*%1=%%"
set "OPTIONS=consumer"
if "%PROGRAM:~0,9%"=="producer-" set "OPTIONS=producer"
if "%PROGRAM:~0,9%"=="consumer-" set "OPTIONS=window"
rem One by one, since arguments with parentheses would end a list for "for".
:scan
if "%~1"=="" goto :scanned
if "%~1"=="--once" set "OPTIONS=consumer"
shift
goto :scan
:scanned
if "%PROGRAM%"=="broker" set "OPTIONS=broker"
set "NEWER="
if %MAJOR% GEQ 24 set "NEWER=@"%HERE%launch\java24.args""
"%JAVA%" @"%HERE%launch\%OPTIONS%.args" %NEWER% %TICKWING_JAVA_OPTS% %WHAT% %ARGUMENTS%
exit /b %ERRORLEVEL%

rem Exits with 1 when the program's jar is missing or older than a source it is made of.
:stale
powershell -NoProfile -Command ^
  "$top = $env:HERE; $name = $env:PROGRAM;" ^
  "$poms = Get-ChildItem (Join-Path $top '*\pom.xml');" ^
  "$programs = $poms | Where-Object { Select-String -Quiet -SimpleMatch '<main.class>' $_ } | ForEach-Object { $_.Directory.Name };" ^
  "if (@('demo', 'benchmark') -notcontains $name) { $poms = $poms | Where-Object { $_.Directory.Name -eq $name -or $programs -notcontains $_.Directory.Name }; $programs = @($name) };" ^
  "foreach ($p in $programs) { if (-not (Test-Path (Join-Path $top ('{0}\target\{0}.jar' -f $p)))) { exit 1 } };" ^
  "$jars = $programs | ForEach-Object { Get-Item (Join-Path $top ('{0}\target\{0}.jar' -f $_)) };" ^
  "$built = ($jars | Measure-Object -Minimum LastWriteTimeUtc).Minimum;" ^
  "$files = @(Get-Item (Join-Path $top 'pom.xml')) + $poms + @($poms | ForEach-Object { Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue (Join-Path $_.Directory 'src\main') });" ^
  "if ($files | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:build
set "MODULES=-pl %PROGRAM% -am"
if "%PROGRAM%"=="benchmark" set "MODULES="
set "WHY=its sources have changed"
if not exist "%JAR%" set "WHY=first use, about a minute"
echo Building Tickwing (%WHY%) ... 1>&2
set "LOG=%HERE%target\build.log"
pushd "%HERE%"
call mvnw.cmd -q -B -ntp %MODULES% package -DskipTests -Dspotless.check.skip -Dcheckstyle.skip <nul >"%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if "%CODE%"=="0" exit /b 0
powershell -NoProfile -Command "Get-Content -Tail 20 $env:LOG" 1>&2
echo The build failed; %LOG% has all of it. Building needs a JDK, not only a Java runtime. 1>&2
exit /b 1

:list
echo Usage: tickwing PROGRAM [options]
echo.
for /f "usebackq tokens=1,2*" %%a in ("%HERE%launch\programs") do call :line %%a "%%c"
echo.
echo 'tickwing PROGRAM --help' shows a program's options.
echo TICKWING_JAVA_OPTS holds further options for Java, e.g. -Xmx1g.
exit /b 0

:line
if defined RELEASED if not exist "%HERE%lib\%1.jar" exit /b 0
set "NAME=%1                    "
echo   %NAME:~0,20% %~2
exit /b 0

:version
if defined RELEASED for /f "usebackq" %%v in ("%HERE%VERSION") do echo tickwing %%v
if defined RELEASED exit /b 0
set "FOUND="
for /f "usebackq tokens=2 delims=<>" %%v in (`findstr /b /c:"    <version>" "%HERE%pom.xml"`) do if not defined FOUND set "FOUND=%%v"
echo tickwing %FOUND%
exit /b 0

:unknown
echo Tickwing has no program '%PROGRAM%'; 'tickwing' lists those it has. 1>&2
exit /b 2

:nojava
echo Tickwing needs a JDK 17 or later; install one (e.g. from https://adoptium.net) or set JAVA_HOME. 1>&2
exit /b 1

:oldjava
echo Tickwing needs Java 17 or later, but %JAVA% is older; set JAVA_HOME to a newer one. 1>&2
exit /b 1
