@echo off
rem Runs a Tickwing program by name; builds first when nothing is built yet, or when sources are newer.
setlocal EnableExtensions
set "HOME_DIR=%~dp0"
set "PROGRAM=%~1"
if "%PROGRAM%"=="" goto list
if "%PROGRAM%"=="help" goto list
if "%PROGRAM%"=="--help" goto list
set "FLAGS="
for %%P in (demo producer-flight producer-stock consumer-bollinger consumer-aroon consumer-flights) do if "%PROGRAM%"=="%%P" set "FLAGS=-Xms32m -Xmx128m"
if "%PROGRAM%"=="broker" set "FLAGS=-Xms64m -Xmx384m"
if "%FLAGS%"=="" (
    echo There is no program '%PROGRAM%'; tickwing.cmd lists them. 1>&2
    exit /b 2
)

set "JAVA=java"
if not "%JAVA_HOME%"=="" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo There is no java on this machine's PATH; install a JDK 17 or later, or set JAVA_HOME. 1>&2
    exit /b 1
)

powershell -NoProfile -Command "$s = '%HOME_DIR%target\built'; if (-not (Test-Path $s)) { exit 1 }; $t = (Get-Item $s).LastWriteTime; $n = Get-ChildItem '%HOME_DIR%pom.xml', '%HOME_DIR%*\pom.xml', '%HOME_DIR%*\src\main' -Recurse -File | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 }; exit 0"
if not errorlevel 1 goto run
echo Building Tickwing (first use, or sources have changed; one to three minutes) ... 1>&2
if not exist "%HOME_DIR%target" mkdir "%HOME_DIR%target"
pushd "%HOME_DIR%"
call mvnw.cmd -B -ntp -DskipTests -Dspotless.check.skip -Dcheckstyle.skip package >target\build.log 2>&1
if errorlevel 1 (
    popd
    echo The build has failed; %HOME_DIR%target\build.log tells the whole story. 1>&2
    exit /b 1
)
echo built>target\built
popd

:run
set "ARGS="
:collect
shift
if "%~1"=="" goto start
set ARGS=%ARGS% %1
goto collect
:start
"%JAVA%" %FLAGS% -XX:+UseSerialGC %TICKWING_JAVA_OPTS% -jar "%HOME_DIR%%PROGRAM%\target\%PROGRAM%.jar" %ARGS%
exit /b %ERRORLEVEL%

:list
echo Tickwing: Kafka producers and consumers that turn stock ticks and airline flights into live charts.
echo.
echo   tickwing demo                 all of the below at once, on the sample data
echo   tickwing broker               Apache Kafka itself, one node, for this machine
echo   tickwing producer-flight      publishes the flights of CSV files
echo   tickwing producer-stock       publishes stock bars of CSV files, or simulated quotes
echo   tickwing consumer-bollinger   Bollinger Bands of stock prices as a live chart
echo   tickwing consumer-aroon       Aroon up, down and oscillator as a live chart
echo   tickwing consumer-flights     flights per day and airline as a live chart
echo.
echo tickwing PROGRAM --help lists a program's options.
exit /b 0
