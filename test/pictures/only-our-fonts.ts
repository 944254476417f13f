/** To be imported before anything that draws: what the machine's own fonts could lend is not there. */
process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1'
