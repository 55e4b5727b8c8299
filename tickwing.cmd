@echo off
rem Starts one of the programs that launch\programs lists. In a checkout it is built first when it is missing or older than its
rem sources; in a release this file lies in bin\, and all jars in lib\.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
rem What sentences tell the user to type; "shift" would move it away.
set "CALLED=%~0"
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
set "WHAT=-jar "%HERE%%PROGRAM%\target\%PROGRAM%.jar""
call "%HERE%launch\build.cmd"
if errorlevel 1 exit /b 1

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
"%JAVA%" @"%HERE%launch\%OPTIONS%.args" %NEWER% "-Dtickwing.command=%CALLED%" %TICKWING_JAVA_OPTS% %WHAT% %ARGUMENTS%
exit /b %ERRORLEVEL%

:list
echo Usage: tickwing PROGRAM [OPTIONS]
echo.
for /f "usebackq tokens=1,2*" %%a in ("%HERE%launch\programs") do call :line %%a "%%c"
echo.
echo 'tickwing PROGRAM --help' shows a program's options, 'tickwing --version' the
echo suite's version. TICKWING_JAVA_OPTS holds options for Java, e.g. -Xmx1g.
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
